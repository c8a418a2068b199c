import { operate, subscribe } from './graphql-client.js';
import { connect } from './socket-client.js';

const LIST = '{ messages { author text } }';
const POST = 'mutation { postMessage(text: "Hello by GraphQL") { author text } }';
const CLEAR = 'mutation { clearMessages }';
const FOLLOW = 'subscription { followMessages { author text } }';

/** Uses the application as its clients do, and prints the result of each step. */
export async function* tour(url: string, { ada, bob }: { ada: string; bob: string }): AsyncGenerator<string> {
  yield step('HTTP, signed out: list', await operate(url, LIST));
  yield step('HTTP, Bob: post', await operate(url, POST, bob));
  yield step('HTTP, Bob: list', await operate(url, LIST, bob));
  yield step('HTTP, Bob, a member: clear', await operate(url, CLEAR, bob));

  const [anonymousSubscription, adasSubscription] = [subscribe(url, FOLLOW), subscribe(url, FOLLOW, ada)];
  yield step('graphql-ws, signed out: subscribe', await anonymousSubscription.next());
  yield step('graphql-ws, Ada: subscribe', await adasSubscription.next());

  const [anonymousSocket, adasSocket, bobsSocket] = [connect(url), connect(url, ada), connect(url, bob)];
  yield step('socket.io, signed out: follow', await anonymousSocket.ask('follow'));
  yield step('socket.io, Ada: follow', await adasSocket.ask('follow'));
  yield step('socket.io, Bob: post', await bobsSocket.ask('post', 'Hello by socket.io'));
  yield step('socket.io, Ada: next message', await adasSocket.next());
  yield step('graphql-ws, Ada: next message', await adasSubscription.next());
  yield step('socket.io, Bob, a member: clear', await bobsSocket.ask('clear'));
  yield step('socket.io, Ada, an admin: clear', await adasSocket.ask('clear'));
  yield step('socket.io, Bob: renew with a fresh token of Bob', await bobsSocket.ask('renew', bob));
  yield step('socket.io, Bob: renew with a token of Ada', await bobsSocket.ask('renew', ada));

  for (const client of [anonymousSubscription, adasSubscription, anonymousSocket, adasSocket, bobsSocket]) {
    client.close();
  }
}

function step(title: string, outcome: unknown): string {
  return `  ${title}: ${JSON.stringify(outcome)}`;
}

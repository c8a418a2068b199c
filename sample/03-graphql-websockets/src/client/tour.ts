import { operate, subscribe } from './graphql-client.js';
import { connect } from './socket-client.js';

const LIST = '{ messages { author text } }';
const POST = 'mutation { postMessage(text: "Hello by GraphQL") { author text } }';
const CLEAR = 'mutation { clearMessages }';
const FOLLOW = 'subscription { followMessages { author text } }';

/** Goes through the application as its clients do, and tells what comes of each step. */
export async function* tour(url: string, { ada, bob }: { ada: string; bob: string }): AsyncGenerator<string> {
  yield step('HTTP, signed out, lists', await operate(url, LIST));
  yield step('HTTP, Bob posts', await operate(url, POST, bob));
  yield step('HTTP, Bob lists', await operate(url, LIST, bob));
  yield step('HTTP, Bob, a member, clears', await operate(url, CLEAR, bob));

  const [nobodysSubscription, adasSubscription] = [subscribe(url, FOLLOW), subscribe(url, FOLLOW, ada)];
  yield step('graphql-ws, signed out, follows', await nobodysSubscription.next());
  yield step('graphql-ws, Ada follows', await adasSubscription.next());

  const [nobodysSocket, adasSocket, bobsSocket] = [connect(url), connect(url, ada), connect(url, bob)];
  yield step('socket.io, signed out, follows', await nobodysSocket.ask('follow'));
  yield step('socket.io, Ada follows', await adasSocket.ask('follow'));
  yield step('socket.io, Bob posts', await bobsSocket.ask('post', 'Hello by socket.io'));
  yield step('socket.io, Ada hears', await adasSocket.next());
  yield step('graphql-ws, Ada hears', await adasSubscription.next());
  yield step('socket.io, Bob, a member, clears', await bobsSocket.ask('clear'));
  yield step('socket.io, Ada, an admin, clears', await adasSocket.ask('clear'));
  yield step('socket.io, Bob, with a fresh token of his, renews', await bobsSocket.ask('renew', bob));
  yield step('socket.io, Bob, with a token of Ada, renews', await bobsSocket.ask('renew', ada));

  for (const client of [nobodysSubscription, adasSubscription, nobodysSocket, adasSocket, bobsSocket]) {
    client.close();
  }
}

function step(title: string, outcome: unknown): string {
  return `  ${title}: ${JSON.stringify(outcome)}`;
}

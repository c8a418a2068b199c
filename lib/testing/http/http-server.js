import { createServer } from 'node:http';
import { ClerkError } from '../../errors/clerk-error.js';
import { errorAnswer } from './api-answer.js';
import { callOfIncomingMessage } from './api-call.js';
import { requestMalformed } from '../refusals.js';
/**
 * Serves on the loopback interface, since whoever reaches the port with the secret key can read every user.
 *
 * @throws {@link ClerkError} `listen_failed` when the port is taken or cannot be listened on
 */
export async function serve(answer, port) {
  const server = createServer((request, response) => void respond(answer, request, response));
  await listen(server, port);
  const { port: actualPort } = server.address();
  let closed;
  return {
    url: `http://127.0.0.1:${actualPort}`,
    close: () => (closed ??= close(server)),
  };
}
async function respond(answer, request, response) {
  const call = callOfIncomingMessage(request);
  const { status, headers, body } = call
    ? await answer(call)
    : errorAnswer(requestMalformed('The request target is not a path.'));
  if (status === 0) {
    request.socket.destroy();
    return;
  }
  for (const [name, value] of headers) response.appendHeader(name, value);
  response.writeHead(status).end(body);
  // What is left of a body that was refused has to be read, or the client never gets to the answer.
  request.resume();
}
async function listen(server, port) {
  try {
    await new Promise((resolve, reject) => {
      server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
  } catch (error) {
    const isTaken = error.code === 'EADDRINUSE';
    throw new ClerkError(
      'listen_failed',
      isTaken
        ? `LocalClerk cannot listen on port ${port}: it is taken. Stop what listens there, or pass 0 for a free port.`
        : `LocalClerk cannot listen on port ${port}.`,
      { cause: error },
    );
  }
}
function close(server) {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

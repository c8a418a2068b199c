import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { ClerkError } from '../../errors/clerk-error.js';
import { errorAnswer } from './api-answer.js';
import type { ApiAnswer } from './api-answer.js';
import { callOfIncomingMessage } from './api-call.js';
import type { ApiCall } from './api-call.js';
import { requestMalformed } from '../api-errors.js';

/** A {@link LocalClerk} on a port. */
export interface LocalClerkServer {
  /** The URL for the option `apiUrl`, such as `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Stops listening and closes every connection, idle or not. It can be called repeatedly. */
  close(): Promise<void>;
}

/**
 * Listens on the loopback interface, because every client that reaches the port with the secret key can read every
 * user.
 *
 * @throws {@link ClerkError} `listen_failed` if the port is in use or not available
 */
export async function serve(
  answer: (call: ApiCall) => Promise<ApiAnswer>,
  port: number,
): Promise<LocalClerkServer> {
  const server = createServer((request, response) => void respond(answer, request, response));
  await listen(server, port);
  const { port: actualPort } = server.address() as AddressInfo;
  let closed: Promise<void> | undefined;
  return {
    url: `http://127.0.0.1:${actualPort}`,
    close: () => (closed ??= close(server)),
  };
}

async function respond(
  answer: (call: ApiCall) => Promise<ApiAnswer>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const call = callOfIncomingMessage(request);
  const { status, headers, body } = call
    ? await answer(call)
    : errorAnswer(requestMalformed('The request target is not a path.'));
  if (status === 0) {
    // A reset, as when a server crashes, instead of an orderly end.
    request.socket.resetAndDestroy();
    return;
  }
  for (const [name, value] of headers) response.appendHeader(name, value);
  response.writeHead(status).end(body);
  // The rest of a rejected body must be read, or the client never reads the response.
  request.resume();
}

async function listen(server: Server, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
  } catch (error) {
    const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    throw new ClerkError(
      'listen_failed',
      isTaken
        ? `LocalClerk cannot listen on port ${port}: it is in use. Stop the program that listens there, or pass 0 for a free port.`
        : `LocalClerk cannot listen on port ${port}.`,
      { cause: error },
    );
  }
}

function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

import type { OutgoingHttpHeaders } from 'node:http';

import { createClient } from 'graphql-ws';
import type { Client } from 'graphql-ws';
import { WebSocket } from 'ws';

/** The parameters of a new connection. */
export interface Opening {
  /** `connectionParams` of graphql-ws, or a function that returns them for each connection. */
  params?: Record<string, unknown> | (() => Promise<Record<string, unknown>>);
  headers?: OutgoingHttpHeaders;
  /** The query of the URL, with its `?`. */
  query?: string;
}

/** The result of an operation: the data that it sent, and the errors that it sent or ended with. */
export interface Outcome {
  data: unknown[];
  errors: readonly { message: string; extensions?: Record<string, unknown> }[];
}

export interface GraphqlConnection {
  readonly client: Client;
  /** Runs an operation until it is complete. */
  operate(query: string): Promise<Outcome>;
}

const clients: Client[] = [];

/** Ends all connections: for `afterEach`, before `closeApps()`. */
export async function disconnectAll(): Promise<void> {
  for (const client of clients.splice(0)) await client.dispose();
}

/** Connects the client of graphql-ws to an application's `/graphql`, until {@link disconnectAll}. */
export function connect(port: number, { params, headers, query = '' }: Opening = {}): GraphqlConnection {
  class WebSocketWithHeaders extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { headers: headers as Record<string, string> });
    }
  }
  const client = createClient({
    url: `ws://127.0.0.1:${port}/graphql${query}`,
    webSocketImpl: WebSocketWithHeaders,
    connectionParams: params,
    lazy: false,
    onNonLazyError: () => undefined,
    retryWait: () => Promise.resolve(),
  });
  clients.push(client);
  return { client, operate: query => operate(client, query) };
}

function operate(client: Client, query: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const outcome = { data: [] as unknown[], errors: [] as Outcome['errors'][number][] };
    client.subscribe(
      { query },
      {
        next: ({ data, errors = [] }) => {
          outcome.data.push(data);
          outcome.errors.push(...errors);
        },
        complete: () => resolve(outcome),
        error: error => {
          if (!Array.isArray(error)) return reject(error);
          outcome.errors.push(...error);
          resolve(outcome);
        },
      },
    );
  });
}

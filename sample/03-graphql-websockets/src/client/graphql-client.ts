import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

interface GraphqlResult {
  data?: Record<string, unknown> | null;
  errors?: readonly { extensions?: { code?: unknown } }[];
}

/** Sends an operation over HTTP, and returns the data of its field or the code of its error. */
export async function operate(url: string, query: string, token?: string): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query }),
  });
  return outcomeOf((await response.json()) as GraphqlResult);
}

/** Subscribes over graphql-ws, with the token in `connectionParams`. */
export function subscribe(url: string, query: string, token?: string) {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { token },
  });
  const results = client.iterate({ query });

  return {
    /** Returns the next result: data, or the code of an error. */
    async next(): Promise<unknown> {
      const { value } = (await results.next()) as { value: GraphqlResult };
      return outcomeOf(value);
    },
    close: () => void client.dispose(),
  };
}

function outcomeOf({ data, errors }: GraphqlResult): unknown {
  return errors?.length ? errors[0]?.extensions?.code : Object.values(data ?? {})[0];
}

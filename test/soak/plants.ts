import type { IncomingMessage, ServerResponse } from 'node:http';

import type { ClerkModuleOptions } from '../../lib/index.js';
import { isKeySet } from './key-set.js';

/** Faults of an application, to see that the soak test finds them, and how its failure begins. */
export const PLANTS = {
  'an expired token is accepted': /expired token: signed in/,
  'a removed key stays': /token of a removed key: signed in/,
  'a session of another caller': /signed in as another user/,
  'a caller is signed out': /401 .* for a valid one/,
  'a webhook is handled again': /webhook: handled \d+ times/,
  'a request is not answered': /was not answered/,
} as const satisfies Record<string, RegExp>;

export type Plant = keyof typeof PLANTS;

/** How often the faults of a middleware occur. */
const ONE_IN = 200;

/** The options of an application with the planted fault. */
export function plantedOptions(plant: Plant | undefined, options: ClerkModuleOptions): ClerkModuleOptions {
  switch (plant) {
    case 'an expired token is accepted':
      return { ...options, clockSkewInMs: 60_000 };
    case 'a removed key stays':
      return { ...options, fetch: withEarlierKeys(options.fetch!) };
    case 'a webhook is handled again':
      return { ...options, webhooks: { ...options.webhooks, store: FORGETFUL } };
    default:
      return options;
  }
}

/** The middleware with the planted fault, before that of Clerk. */
export function plantedMiddleware(plant: Plant) {
  let count = 0;
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    if (request.url !== '/guarded' || ++count % ONE_IN !== 0) return next();
    const answer = (status: number, body: object): void => {
      response.statusCode = status;
      response.end(JSON.stringify(body));
    };
    switch (plant) {
      case 'a session of another caller':
        return answer(200, { id: 'user_intruder' });
      case 'a caller is signed out':
        return answer(401, {});
      case 'a request is not answered':
        return;
      default:
        return next();
    }
  };
}

const FORGETFUL = {
  claim: () => Promise.resolve('new' as const),
  complete: () => Promise.resolve(),
  release: () => Promise.resolve(),
};

/** A `fetch` that adds the keys of earlier key sets to the key set. */
function withEarlierKeys(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  const all = new Map<string, { kid: string }>();
  return async (input, init) => {
    const response = await fetch(input, init);
    if (!isKeySet(input) || !response.ok) return response;
    const { keys } = (await response.json()) as { keys: { kid: string }[] };
    for (const key of keys) all.set(key.kid, key);
    return Response.json({ keys: [...all.values()] });
  };
}

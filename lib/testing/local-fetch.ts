/** The origin of the Backend API when no other is configured. */
export const BACKEND_API_ORIGIN = 'https://api.clerk.com';

/**
 * A `fetch` that answers for the Backend API and the Frontend API of one instance, and never reaches the network.
 *
 * @param issuer - the URL of the Frontend API
 */
export function localFetch(
  issuer: string,
  handle: (request: Request) => Promise<Response>,
): typeof globalThis.fetch {
  const frontendApiOrigin = new URL(issuer).origin;
  // Nothing else refers to a request without a response: it would be garbage-collected with the signal that ends the wait,
  // and the caller would wait forever.
  const unanswered = new Set<Request>();
  return async (input, init) => {
    // Before a Request is constructed, which throws for a URL with a password, with the password in the message.
    const { origin, host } = new URL(typeof input === 'object' && 'url' in input ? input.url : input);
    if (origin !== BACKEND_API_ORIGIN && origin !== frontendApiOrigin) {
      throw new TypeError(
        `LocalClerk.fetch answers for ${BACKEND_API_ORIGIN} and ${issuer} and never goes to the network; ` +
          `this was for ${host}.`,
      );
    }
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    unanswered.add(request);
    const response = await untilAborted(handle(request), request.signal).finally(() =>
      unanswered.delete(request),
    );
    request.signal.throwIfAborted();
    if (response.type === 'error') {
      const cause = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
      throw new TypeError('fetch failed: LocalClerk simulates a network outage.', { cause });
    }
    return response;
  };
}

/** Without a response, the caller's signal ends the wait. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort, { once: true });
    void promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

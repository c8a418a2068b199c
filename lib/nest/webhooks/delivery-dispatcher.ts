import type { Logger } from '@nestjs/common';

import type { NodeRequest } from '../../instance/options.js';
import type { WebhookDeliveryStore } from '../../webhooks/delivery-store.js';
import type { VerifiedDelivery } from '../../webhooks/verify-delivery.js';
import { eventOf } from '../../webhooks/webhook-event.js';
import type { EventHandler } from './event-handlers.js';
import type { WebhookDelivery } from './on-clerk-event.decorator.js';
import type { WebhookEndpoint } from './webhook-endpoint.js';

/**
 * How a delivery ended: no handler matches, it is complete now or was before, another process handles it, or it failed.
 */
export type DeliveryOutcome = 'ignored' | 'processed' | 'duplicate' | 'in-progress' | 'failed';

/**
 * Runs the handlers of a verified delivery, at most once for each handler.
 *
 * @param onRun - gets the run of the handlers, which can take longer than the delivery: it is answered when their time is over
 */
export async function dispatch(
  endpoint: WebhookEndpoint,
  handlers: readonly EventHandler[],
  verified: VerifiedDelivery,
  request: NodeRequest,
  logger: Logger,
  onRun: (run: Promise<unknown>) => void,
): Promise<DeliveryOutcome> {
  const event = eventOf(verified.payload);
  const title = `Webhook ${event.type} (${verified.id})`;
  const interested = handlers.filter(handler => handler.accepts(event.type));
  if (interested.length === 0) {
    logger.debug(`${title}: no handler`);
    return 'ignored';
  }
  const timeout = new AbortController();
  const delivery: WebhookDelivery = {
    id: verified.id,
    timestamp: new Date(verified.timestamp * 1000),
    path: endpoint.path,
    signal: timeout.signal,
  };
  const { store, claimTtlMs } = endpoint;
  const id = endpoint.storeId(verified.id);
  const claim = await store.claim(id, claimTtlMs);
  if (claim !== 'new') return claim === 'done' ? 'duplicate' : 'in-progress';

  const running = new HeldClaim(store, id, claimTtlMs, logger);
  const work = run(interested, handler => handler.run(request, event, delivery), running, timeout.signal);
  const settled = settle(work, running, title, logger);
  onRun(settled);
  return withTimeout(settled, endpoint.timeoutMs, () => {
    logger.error(
      `${title}: the handlers did not end within ${endpoint.timeoutMs} ms, so it is answered with 500. Slow work ` +
        'belongs in a queue.',
    );
    timeout.abort();
  });
}

/** Thrown if another process currently runs a handler's part of a delivery. */
class HandlerInProgress extends Error {}

/** A handler's error, with the name of the handler. */
class HandlerFailure extends Error {
  constructor(handler: string, cause: unknown) {
    super(`${handler} failed`, { cause });
  }
}

async function run(
  handlers: readonly EventHandler[],
  call: (handler: EventHandler) => unknown,
  claim: HeldClaim,
  signal: AbortSignal,
): Promise<void> {
  for (const handler of handlers) {
    if (signal.aborted) throw new HandlerFailure(handler.name, new Error('No time was left to run it.'));
    // With a single handler, the part is complete when the delivery is.
    const part = handlers.length > 1 ? await claim.part(handler.name) : undefined;
    if (part === 'done') continue;
    try {
      await call(handler);
    } catch (error) {
      await part?.release();
      throw new HandlerFailure(handler.name, error);
    }
    await part?.complete();
  }
}

/** Ends the claim of a delivery according to its handlers, even if the response has been sent by then. */
async function settle(
  work: Promise<void>,
  claim: HeldClaim,
  title: string,
  logger: Logger,
): Promise<DeliveryOutcome> {
  try {
    await work;
    await claim.complete();
    return 'processed';
  } catch (error) {
    await claim.release();
    if (error instanceof HandlerInProgress) return 'in-progress';
    const { message, cause = error } = error as Error;
    logger.error(`${title}: ${message}`, cause instanceof Error ? cause.stack : String(cause));
    return 'failed';
  }
}

async function withTimeout(
  settled: Promise<DeliveryOutcome>,
  ms: number,
  onTimeout: () => void,
): Promise<DeliveryOutcome> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<DeliveryOutcome>(resolve => {
    timer = setTimeout(() => {
      onTimeout();
      resolve('failed');
    }, ms);
  });
  return Promise.race([settled, late]).finally(() => clearTimeout(timer));
}

/** A claim in the store, extended while the handlers run. */
class HeldClaim {
  readonly #renewal: NodeJS.Timeout;

  constructor(
    private readonly store: WebhookDeliveryStore,
    private readonly id: string,
    private readonly ttlMs: number,
    private readonly logger: Logger,
  ) {
    this.#renewal = setInterval(
      () => void this.#tolerate('extend', () => store.renew?.(id, ttlMs)),
      ttlMs / 3,
    );
    this.#renewal.unref();
  }

  /** Claims one handler's part, so that handlers that have succeeded do not run again with failed ones. */
  async part(handler: string): Promise<HeldClaim | 'done'> {
    const id = `${this.id}/${handler}`;
    const claim = await this.store.claim(id, this.ttlMs);
    if (claim === 'in-progress') throw new HandlerInProgress();
    return claim === 'done' ? 'done' : new HeldClaim(this.store, id, this.ttlMs, this.logger);
  }

  /**
   * Does not fail: the handlers have succeeded, and a response other than 2xx would make Clerk send the delivery again.
   */
  async complete(): Promise<void> {
    clearInterval(this.#renewal);
    await this.#tolerate('complete', () => this.store.complete(this.id));
  }

  async release(): Promise<void> {
    clearInterval(this.#renewal);
    await this.#tolerate('release', () => this.store.release(this.id));
  }

  async #tolerate(what: string, call: () => void | Promise<void>): Promise<void> {
    try {
      await call();
    } catch (error) {
      this.logger.error(
        `The store of webhook deliveries failed to ${what} ${this.id}`,
        error instanceof Error ? error.stack : String(error),
      );
    }
  }
}

import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import type { WebhookEvent } from '../../webhooks/generated/events.js';
import { matchesPattern } from '../../webhooks/event-pattern.js';
import { eventOf } from '../../webhooks/webhook-event.js';
import type { LocalInstance } from '../local-instance.js';
import { newId } from '../random.js';
import { eventData } from './event-data.js';
import { RETRY_DELAYS } from './retry-schedule.js';
import { signBody } from './sign-webhook.js';

/** Clerk's time limit for a response, in milliseconds. */
const ANSWER_TIMEOUT = 15_000;
/** The maximum number of stored deliveries. */
const KEPT = 1000;

/** The options of {@link LocalWebhooks.addEndpoint}. */
export interface LocalWebhookEndpointOptions {
  /** The types of events to send, such as `['user.*', 'session.created']`. Default: all. */
  types?: readonly string[];
  /** Default: {@link LocalWebhooks.signingSecret}. */
  signingSecret?: string;
  /** Sends the requests. Default: `globalThis.fetch`. */
  fetch?: typeof globalThis.fetch;
}

/** One attempt to deliver an event. */
export interface LocalWebhookAttempt {
  /** Unix time of the instance's clock in milliseconds. */
  readonly at: number;
  /** The status of the response; 0 without a response within 15 seconds. */
  readonly status: number;
}

/** The delivery of an event to an endpoint. */
export interface LocalWebhookDelivery {
  /** As in the header `svix-id`: the same for every attempt. */
  readonly id: string;
  readonly url: string;
  readonly event: WebhookEvent;
  readonly attempts: readonly LocalWebhookAttempt[];
  /** `pending` until an attempt is answered with 2xx, or the last one fails. */
  readonly status: 'pending' | 'succeeded' | 'failed';
  /** The time of the next attempt: Unix time in milliseconds; `null` without one. */
  readonly nextAttemptAt: number | null;
}

/** An endpoint that events are sent to. */
export interface LocalWebhookEndpoint {
  readonly url: string;
  /** The types of events that it is sent, such as `user.*`. */
  readonly types: readonly string[];
}

interface Endpoint extends LocalWebhookEndpoint {
  readonly signingSecret: string;
  readonly fetch: typeof globalThis.fetch;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

class Delivery implements Writable<LocalWebhookDelivery> {
  readonly id = newId('msg');
  readonly attempts: LocalWebhookAttempt[] = [];
  status: LocalWebhookDelivery['status'] = 'pending';
  readonly event: WebhookEvent;
  /** The attempts since it was last started from the beginning. */
  retries = 0;
  sending = false;

  constructor(
    readonly endpoint: Endpoint,
    readonly body: string,
    public nextAttemptAt: number | null,
  ) {
    this.event = eventOf(JSON.parse(body) as Record<string, unknown>);
  }

  get url(): string {
    return this.endpoint.url;
  }
}

/**
 * The webhooks of a {@link LocalClerk}: sends a signed event to each endpoint when users, sessions, organizations,
 * memberships or invitations change, and repeats it by Clerk's schedule until it is answered with 2xx.
 *
 * The first attempt starts by itself. Retries follow the instance's clock: {@link flush} makes those that are due.
 * Signatures carry the time of the instance's clock: once it differs from that of the process by more than five minutes,
 * only endpoints that follow it accept them, such as those of a `ClerkModule` with `local.keys`.
 */
export class LocalWebhooks {
  /** The value for the endpoint's `CLERK_WEBHOOK_SIGNING_SECRET`. */
  readonly signingSecret: string;
  readonly #now: () => number;
  readonly #instanceId: string;
  readonly #endpoints: Endpoint[] = [];
  readonly #deliveries: Delivery[] = [];
  readonly #sending = new Set<Promise<void>>();

  /** @internal */
  constructor(instance: LocalInstance) {
    this.#now = instance.store.now;
    this.#instanceId = instance.instanceId;
    this.signingSecret = instance.webhookSigningSecret;
    instance.store.changes.subscribe(change => {
      if (this.#endpoints.length > 0) this.#send(change.type, eventData(change, instance));
    });
  }

  /**
   * The last 1,000 deliveries, oldest first.
   *
   * @example
   * ```ts
   * local.users.delete('user_alice');
   * await local.webhooks.flush();
   * expect(local.webhooks.deliveries.at(-1)).toMatchObject({ status: 'succeeded', event: { type: 'user.deleted' } });
   * ```
   */
  get deliveries(): readonly LocalWebhookDelivery[] {
    return this.#deliveries;
  }

  /**
   * The endpoints that events are sent to, in the order in which they were added.
   *
   * @example
   * ```ts
   * expect(local.webhooks.endpoints.map(({ url }) => url)).toEqual(['http://localhost:3000/webhooks/clerk']);
   * ```
   */
  get endpoints(): readonly LocalWebhookEndpoint[] {
    return this.#endpoints.map(({ url, types }) => ({ url, types }));
  }

  /**
   * Sends every future event to a URL.
   *
   * @throws {@link ClerkConfigurationError} `option_invalid` for an invalid URL
   * @example
   * ```ts
   * local.webhooks.addEndpoint(`${url}/webhooks/clerk`);
   * ```
   */
  addEndpoint(url: string, options: LocalWebhookEndpointOptions = {}): void {
    if (!URL.canParse(url)) {
      throw new ClerkConfigurationError('option_invalid', 'The URL of a webhook endpoint is absolute.');
    }
    const { types = ['*'], signingSecret = this.signingSecret, fetch = globalThis.fetch } = options;
    this.#endpoints.push({ url, types, signingSecret, fetch });
  }

  /** Ends the deliveries to a URL, with their retries. */
  removeEndpoint(url: string): void {
    const remaining = this.#endpoints.filter(endpoint => endpoint.url !== url);
    this.#endpoints.splice(0, Infinity, ...remaining);
    for (const delivery of this.#deliveries) {
      if (delivery.url === url) delivery.nextAttemptAt = null;
    }
  }

  /**
   * Makes the attempts that are due by the instance's clock, and waits for the responses of all running ones.
   *
   * @example
   * ```ts
   * local.clock.advance('5m');
   * await local.webhooks.flush();
   * ```
   */
  async flush(): Promise<void> {
    const now = this.#now();
    for (const delivery of this.#deliveries) {
      if (delivery.nextAttemptAt !== null && delivery.nextAttemptAt <= now) this.#attempt(delivery);
    }
    while (this.#sending.size > 0) await Promise.all(this.#sending);
  }

  /**
   * Sends a delivery again, under the same id and from the beginning of the schedule, like "Replay" in the Clerk
   * Dashboard.
   *
   * @throws {@link ClerkConfigurationError} `option_invalid` for a delivery that does not exist
   * @example
   * ```ts
   * await local.webhooks.redeliver(local.webhooks.deliveries[0]!.id);
   * ```
   */
  async redeliver(deliveryId: string): Promise<void> {
    const delivery = this.#deliveries.find(({ id }) => id === deliveryId);
    if (!delivery) throw new ClerkConfigurationError('option_invalid', `There is no delivery ${deliveryId}.`);
    delivery.retries = 0;
    delivery.status = 'pending';
    this.#attempt(delivery);
    await this.flush();
  }

  /** @internal Deliveries that are under way end, and are not repeated. */
  forgetDeliveries(): void {
    this.#deliveries.length = 0;
  }

  #send(type: string, data: unknown): void {
    const body = JSON.stringify({
      data,
      event_attributes: { http_request: { client_ip: '127.0.0.1', user_agent: 'LocalClerk' } },
      instance_id: this.#instanceId,
      object: 'event',
      timestamp: this.#now(),
      type,
    });
    for (const endpoint of this.#endpoints) {
      if (!endpoint.types.some(pattern => matchesPattern(pattern, type))) continue;
      const delivery = new Delivery(endpoint, body, this.#now());
      this.#deliveries.push(delivery);
      if (this.#deliveries.length > KEPT) this.#deliveries.shift();
      this.#attempt(delivery);
    }
  }

  #attempt(delivery: Delivery): void {
    if (delivery.sending) return;
    delivery.sending = true;
    delivery.nextAttemptAt = null;
    const sending = this.#post(delivery).finally(() => {
      delivery.sending = false;
      this.#sending.delete(sending);
    });
    this.#sending.add(sending);
  }

  async #post(delivery: Delivery): Promise<void> {
    const { endpoint, id, body } = delivery;
    const at = this.#now();
    const { headers } = signBody(body, { signingSecret: endpoint.signingSecret, id, signedAt: at });
    let status = 0;
    try {
      const signal = AbortSignal.timeout(ANSWER_TIMEOUT);
      const response = await endpoint.fetch(endpoint.url, { method: 'POST', headers, body, signal });
      await response.arrayBuffer();
      status = response.status;
    } catch {
      // A missing response, which is retried like any other failure.
    }
    delivery.attempts.push({ at, status });
    if (status >= 200 && status < 300) delivery.status = 'succeeded';
    else this.#retry(delivery);
  }

  #retry(delivery: Delivery): void {
    const delay = RETRY_DELAYS[delivery.retries++];
    if (delay === undefined) {
      delivery.status = 'failed';
    } else if (this.#endpoints.includes(delivery.endpoint)) {
      delivery.nextAttemptAt = this.#now() + delay;
      setTimeout(() => void this.flush(), delay).unref();
    }
  }
}

/**
 * The state of a delivery that is claimed: `'new'` if the claim succeeded, `'done'` if the delivery has been completed
 * before, `'in-progress'` while another claim is valid.
 */
export type WebhookDeliveryClaim = 'new' | 'done' | 'in-progress';

/**
 * Remembers deliveries by their id, so that their effects happen once despite retries and several instances.
 *
 * @example
 * ```ts
 * const done = new Set<string>();
 * const store: WebhookDeliveryStore = {
 *   claim: id => (done.has(id) ? 'done' : 'new'),
 *   complete: id => void done.add(id),
 *   release: () => undefined,
 * };
 * ```
 */
export interface WebhookDeliveryStore {
  /**
   * Claims a delivery. Of several claims at the same time exactly one is `'new'`.
   *
   * @param id - the id of the delivery, or of one handler's part in it
   * @param ttlMs - the time after which the claim ends by itself, in milliseconds, so that another process can claim
   *   the delivery of a crashed one
   */
  claim(id: string, ttlMs: number): WebhookDeliveryClaim | Promise<WebhookDeliveryClaim>;
  /** Records that the effects of a delivery have happened. */
  complete(id: string): void | Promise<void>;
  /** Ends the claim of this process, because a handler has failed; the claim of another process stays. */
  release(id: string): void | Promise<void>;
  /**
   * Extends the claim of this process while its handlers are running. Without this method a claim ends after its
   * `ttlMs` even if a handler is still running.
   */
  renew?(id: string, ttlMs: number): void | Promise<void>;
}

/** How long completed deliveries are remembered: Clerk's retries end after 28 hours. */
export const DEFAULT_RETENTION_MS = 3 * 24 * 60 * 60 * 1000;

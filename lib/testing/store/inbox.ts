import { newId } from '../random.js';
import { Collection } from './collection.js';
import type { CollectionContext, LocalRecord } from './collection.js';

/** The purpose of a {@link LocalMessage}. */
export type LocalMessagePurpose =
  | 'sign_in'
  | 'sign_up'
  | 'verification'
  | 'reverification'
  | 'reset_password'
  | 'organization_invitation'
  | 'invitation'
  /** An email of the application, sent with `emails.create()`. */
  | 'custom';

/** An email or a text message that Clerk would have sent. */
export interface LocalMessage {
  readonly id: string;
  readonly channel: 'email' | 'sms';
  /** The email address or the phone number. */
  readonly to: string;
  readonly purpose: LocalMessagePurpose;
  readonly subject: string;
  readonly text: string;
  /** The one-time code in it; `null` for a message without one. */
  readonly code: string | null;
  /** The link in it; `null` for a message without one. */
  readonly url: string | null;
  /** Unix time in milliseconds. */
  readonly sentAt: number;
}

type MessageRecord = LocalMessage & LocalRecord;

/** The filters of {@link LocalInbox.list}. */
export interface LocalMessageFilter {
  /** The email address or the phone number. */
  to?: string;
  channel?: LocalMessage['channel'];
  purpose?: LocalMessagePurpose;
}

/** The maximum number of messages. */
const CAPACITY = 1000;

/**
 * The emails and text messages that a {@link LocalClerk} would have sent; none leaves the process.
 *
 * As with Clerk, test addresses (`ada+clerk_test@example.com`) and test numbers (`+12015550100` to `…0199`) get no
 * message: their code is always 424242.
 *
 * @see https://clerk.com/docs/guides/development/testing/test-emails-and-phones
 */
export class LocalInbox {
  readonly #now: () => number;
  readonly #messages: Collection<MessageRecord>;

  /** @internal */
  constructor(context: CollectionContext) {
    this.#now = context.now;
    this.#messages = new Collection(context, {
      name: 'messages',
      kind: 'message',
      newId: () => newId('msg'),
      indexes: { to: ({ to }) => [to] },
    });
  }

  /**
   * Lists the messages that match every part of the filter, newest first.
   *
   * @example
   * ```ts
   * expect(local.inbox.list({ to: 'ada@example.com' })).toHaveLength(1);
   * ```
   */
  list(filter: LocalMessageFilter = {}): LocalMessage[] {
    const { to, channel, purpose } = filter;
    const messages = to === undefined ? this.#messages.list() : this.#messages.by('to', to);
    return messages
      .filter(message => channel === undefined || message.channel === channel)
      .filter(message => purpose === undefined || message.purpose === purpose);
  }

  /**
   * The newest message to an address or a number; `undefined` without one.
   *
   * @example
   * ```ts
   * await page.fill('input[name=code]', local.inbox.latest('ada@example.com')?.code ?? '');
   * ```
   */
  latest(to: string): LocalMessage | undefined {
    return this.list({ to })[0];
  }

  /**
   * Removes every message.
   *
   * @example
   * ```ts
   * local.inbox.clear();
   * ```
   */
  clear(): void {
    this.#messages.load([]);
  }

  /** @internal */
  deliver(message: Omit<LocalMessage, 'id' | 'sentAt'>): LocalMessage {
    const oldest = this.#messages.size < CAPACITY ? undefined : this.#messages.list().at(-1);
    if (oldest) this.#messages.delete(oldest.id);
    return this.#messages.add({ ...message, sentAt: this.#now() });
  }
}

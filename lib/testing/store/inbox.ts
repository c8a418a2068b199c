import { newId } from '../random.js';

/** What a {@link LocalMessage} is about. */
export type LocalMessagePurpose =
  | 'sign_in'
  | 'sign_up'
  | 'verification'
  | 'reverification'
  | 'reset_password'
  | 'organization_invitation'
  | 'invitation';

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

/** What {@link LocalInbox.list} filters by. */
export interface LocalMessageFilter {
  /** The email address or the phone number. */
  to?: string;
  channel?: LocalMessage['channel'];
  purpose?: LocalMessagePurpose;
}

/** How many messages are kept. */
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
  #messages: readonly LocalMessage[] = [];

  /** @internal */
  constructor(now: () => number) {
    this.#now = now;
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
    return this.#messages
      .filter(message => to === undefined || message.to === to)
      .filter(message => channel === undefined || message.channel === channel)
      .filter(message => purpose === undefined || message.purpose === purpose)
      .reverse();
  }

  /**
   * The newest message to an address or a number; `undefined` when there is none.
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
    this.#messages = [];
  }

  /** @internal */
  deliver(message: Omit<LocalMessage, 'id' | 'sentAt'>): LocalMessage {
    const delivered = { ...message, id: newId('msg'), sentAt: this.#now() };
    this.#messages = [...this.#messages, delivered].slice(-CAPACITY);
    return delivered;
  }
}

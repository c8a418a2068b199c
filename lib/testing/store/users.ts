import { newId } from '../random.js';
import { identifierExists, parameterError, parametersInvalid, resourceNotFound } from '../refusals.js';
import type { LocalChanges } from './changes.js';
import { mergeMetadata } from './metadata.js';
import type { LocalUser, Metadata } from './records.js';
import { createUserRecord, updateUserRecord } from './user-record.js';
import type { CreateLocalUserParams, UpdateLocalUserParams } from './user-record.js';

/** The three kinds of metadata of a user; what is left out stays as it is. */
export interface LocalUserMetadataParams {
  publicMetadata?: Metadata | null;
  privateMetadata?: Metadata | null;
  unsafeMetadata?: Metadata | null;
}

/** The users of a {@link LocalClerk}. */
export class LocalUsers {
  readonly #now: () => number;
  readonly #changes: LocalChanges;
  readonly #users = new Map<string, LocalUser>();
  readonly #deletionListeners: ((userId: string) => void)[] = [];

  /** @internal */
  constructor(now: () => number, changes: LocalChanges) {
    this.#now = now;
    this.#changes = changes;
  }

  /**
   * Makes a user. The parameters are those of `clerkClient.users.createUser()`, and an `id` of your own choosing.
   *
   * @throws {@link ClerkAPIResponseError} 422 when the id, an email address, a phone number, the username or the
   *   external id is another user's
   * @example
   * ```ts
   * const alice = local.users.create({ firstName: 'Alice', emailAddress: ['alice@example.com'] });
   * ```
   */
  create(params: CreateLocalUserParams = {}): LocalUser {
    const { id = newId('user') } = params;
    if (this.#users.has(id)) throw identifierExists('id');
    this.#refuseTaken(params, undefined);
    const user = createUserRecord(id, params, this.#now());
    this.#users.set(id, user);
    this.#changes.publish({ type: 'user.created', record: user });
    return user;
  }

  /**
   * Looks a user up by id.
   *
   * @throws {@link ClerkAPIResponseError} 404 when there is no such user
   * @example
   * ```ts
   * expect(local.users.get('user_alice').publicMetadata).toEqual({ plan: 'pro' });
   * ```
   */
  get(userId: string): LocalUser {
    const user = this.#users.get(userId);
    if (user === undefined) throw resourceNotFound('user', 'id', userId);
    return user;
  }

  /**
   * Lists every user, newest first.
   *
   * @example
   * ```ts
   * expect(local.users.list()).toHaveLength(2);
   * ```
   */
  list(): LocalUser[] {
    return [...this.#users.values()].reverse();
  }

  /**
   * Changes a user. What is left out stays as it is.
   *
   * @throws {@link ClerkAPIResponseError} 404 when there is no such user, 422 when a value is another user's
   * @example
   * ```ts
   * local.users.update('user_alice', { lastName: 'Liddell' });
   * ```
   */
  update(userId: string, params: UpdateLocalUserParams): LocalUser {
    const user = this.get(userId);
    this.#refuseTaken(params, userId);
    refuseForeignPrimary(user, params);
    return this.#update(updateUserRecord(user, params, this.#now()));
  }

  /**
   * Merges metadata into a user's, deeply; `null` removes a key.
   *
   * @throws {@link ClerkAPIResponseError} 404 when there is no such user
   * @example
   * ```ts
   * local.users.updateMetadata('user_alice', { publicMetadata: { plan: 'pro', trial: null } });
   * ```
   */
  updateMetadata(userId: string, params: LocalUserMetadataParams): LocalUser {
    return this.#changeMetadata(userId, params, mergeMetadata);
  }

  /**
   * Replaces a user's metadata; a kind that is left out stays as it is.
   *
   * @throws {@link ClerkAPIResponseError} 404 when there is no such user
   * @example
   * ```ts
   * local.users.replaceMetadata('user_alice', { publicMetadata: { plan: 'pro' } });
   * ```
   */
  replaceMetadata(userId: string, params: LocalUserMetadataParams): LocalUser {
    return this.#changeMetadata(userId, params, (_current, replacement) => replacement);
  }

  /**
   * Deletes a user with all sessions and memberships.
   *
   * @returns the user that was
   * @throws {@link ClerkAPIResponseError} 404 when there is no such user
   * @example
   * ```ts
   * local.users.delete('user_alice');
   * ```
   */
  delete(userId: string): LocalUser {
    const user = this.get(userId);
    for (const listener of this.#deletionListeners) listener(userId);
    this.#users.delete(userId);
    this.#changes.publish({ type: 'user.deleted', record: user });
    return user;
  }

  /**
   * Calls a listener before a user is deleted, so that it deletes what belongs to the user.
   *
   * @internal
   */
  onDelete(listener: (userId: string) => void): void {
    this.#deletionListeners.push(listener);
  }

  /** @internal */
  recordSignIn(userId: string, now: number): void {
    this.#save({ ...this.get(userId), lastSignInAt: now, lastActiveAt: now });
  }

  #changeMetadata(
    userId: string,
    params: LocalUserMetadataParams,
    change: (current: Metadata, given: Metadata) => Metadata,
  ): LocalUser {
    const user = this.get(userId);
    const changed = (current: Metadata, given: Metadata | null | undefined): Metadata =>
      given == null ? current : structuredClone(change(current, given));
    return this.#update({
      ...user,
      publicMetadata: changed(user.publicMetadata, params.publicMetadata),
      privateMetadata: changed(user.privateMetadata, params.privateMetadata),
      unsafeMetadata: changed(user.unsafeMetadata, params.unsafeMetadata),
      updatedAt: this.#now(),
    });
  }

  #update(user: LocalUser): LocalUser {
    this.#save(user);
    this.#changes.publish({ type: 'user.updated', record: user });
    return user;
  }

  #save(user: LocalUser): LocalUser {
    this.#users.set(user.id, user);
    return user;
  }

  #refuseTaken(params: CreateLocalUserParams, ownId: string | undefined): void {
    const others = this.list().filter(user => user.id !== ownId);
    const emailAddresses = params.emailAddress ?? [];
    const phoneNumbers = params.phoneNumber ?? [];
    for (const other of others) {
      if (params.username != null && other.username === params.username) throw identifierExists('username');
      if (params.externalId != null && other.externalId === params.externalId) {
        throw identifierExists('external_id');
      }
      if (other.emailAddresses.some(({ emailAddress }) => emailAddresses.includes(emailAddress))) {
        throw identifierExists('email_address');
      }
      if (other.phoneNumbers.some(({ phoneNumber }) => phoneNumbers.includes(phoneNumber))) {
        throw identifierExists('phone_number');
      }
    }
  }
}

function refuseForeignPrimary(user: LocalUser, params: UpdateLocalUserParams): void {
  const isForeign = (id: string | null | undefined, own: readonly { id: string }[]): boolean =>
    id != null && !own.some(identifier => identifier.id === id);
  const foreign = [
    ...(isForeign(params.primaryEmailAddressId, user.emailAddresses) ? ['primary_email_address_id'] : []),
    ...(isForeign(params.primaryPhoneNumberId, user.phoneNumbers) ? ['primary_phone_number_id'] : []),
  ];
  if (foreign.length > 0) {
    throw parametersInvalid(
      ...foreign.map(name => parameterError('form_resource_not_found', name, 'does not belong to the user')),
    );
  }
}

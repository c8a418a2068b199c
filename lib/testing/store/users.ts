import { newId } from '../random.js';
import { notImplemented, parameterError, parametersInvalid } from '../api-errors.js';
import { Collection } from './collection.js';
import type { CollectionContext } from './collection.js';
import { mergeMetadata } from './metadata.js';
import { verifyPassword } from './passwords.js';
import type { LocalUser, Metadata } from './records.js';
import { changesOfUser, createUserRecord } from './user-record.js';
import type { CreateLocalUserParams, UpdateLocalUserParams } from './user-record.js';

/** The three types of metadata of a user; missing ones stay unchanged. */
export interface LocalUserMetadataParams {
  publicMetadata?: Metadata | null;
  privateMetadata?: Metadata | null;
  unsafeMetadata?: Metadata | null;
}

/** The users of a {@link LocalClerk}. */
export class LocalUsers {
  /** @internal */
  readonly records: Collection<LocalUser>;

  readonly #context: CollectionContext;

  /** @internal */
  constructor(context: CollectionContext) {
    this.#context = context;
    this.records = new Collection(context, {
      name: 'users',
      kind: 'user',
      newId: () => newId('user'),
      unique: {
        username: ({ username }) => [username?.toLowerCase() ?? null],
        external_id: ({ externalId }) => [externalId],
        email_address: ({ emailAddresses }) =>
          emailAddresses.map(({ emailAddress }) => emailAddress.toLowerCase()),
        phone_number: ({ phoneNumbers }) => phoneNumbers.map(({ phoneNumber }) => phoneNumber),
        web3_wallet: ({ web3Wallets }) => web3Wallets.map(({ web3Wallet }) => web3Wallet.toLowerCase()),
      },
      indexes: {
        identifierId: ({ emailAddresses, phoneNumbers, web3Wallets, passkeys, externalAccounts }) =>
          [...emailAddresses, ...phoneNumbers, ...web3Wallets, ...passkeys, ...externalAccounts].map(
            ({ id }) => id,
          ),
      },
      current: (user, now) =>
        user.locked && user.lockoutExpiresAt !== null && user.lockoutExpiresAt <= now
          ? { ...user, locked: false, lockoutExpiresAt: null }
          : user,
    });
  }

  /**
   * Creates a user. The parameters are those of `clerkClient.users.createUser()`, and optionally the `id`.
   *
   * @throws {@link ClerkAPIResponseError} 422 if the id, an email address, a phone number, the username or the external
   *   id belongs to another user
   * @example
   * ```ts
   * const alice = local.users.create({ firstName: 'Alice', emailAddress: ['alice@example.com'] });
   * ```
   */
  create(params: CreateLocalUserParams = {}): LocalUser {
    return this.records.add(createUserRecord(params, this.#context.now()));
  }

  /**
   * Returns the user with an id.
   *
   * @throws {@link ClerkAPIResponseError} 404 if the user does not exist
   * @example
   * ```ts
   * expect(local.users.get('user_alice').publicMetadata).toEqual({ plan: 'pro' });
   * ```
   */
  get(userId: string): LocalUser {
    return this.records.get(userId);
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
    return this.records.list();
  }

  /**
   * Updates a user. Missing parameters stay unchanged.
   *
   * @throws {@link ClerkAPIResponseError} 404 if the user does not exist, 422 if a value belongs to another user
   * @example
   * ```ts
   * local.users.update('user_alice', { lastName: 'Liddell' });
   * ```
   */
  update(userId: string, params: UpdateLocalUserParams): LocalUser {
    const user = this.get(userId);
    rejectForeignPrimary(user, params);
    return this.records.update(userId, changesOfUser(user, params, this.#context.now()));
  }

  /**
   * Merges metadata into that of a user, deeply; `null` removes a key.
   *
   * @throws {@link ClerkAPIResponseError} 404 if the user does not exist
   * @example
   * ```ts
   * local.users.updateMetadata('user_alice', { publicMetadata: { plan: 'pro', trial: null } });
   * ```
   */
  updateMetadata(userId: string, params: LocalUserMetadataParams): LocalUser {
    return this.#changeMetadata(userId, params, mergeMetadata);
  }

  /**
   * Replaces a user's metadata; a missing type stays unchanged.
   *
   * @throws {@link ClerkAPIResponseError} 404 if the user does not exist
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
   * @returns the deleted user
   * @throws {@link ClerkAPIResponseError} 404 if the user does not exist
   * @example
   * ```ts
   * local.users.delete('user_alice');
   * ```
   */
  delete(userId: string): LocalUser {
    return this.records.delete(userId);
  }

  /**
   * Whether a password is that of the user.
   *
   * @throws {@link ClerkAPIResponseError} 501 for a digest by a hasher that Local Clerk does not support
   * @internal
   */
  verifyPassword(userId: string, password: string): boolean {
    const { passwordDigest, passwordHasher } = this.get(userId);
    if (passwordDigest === null) return false;
    const isCorrect = verifyPassword(password, passwordDigest, passwordHasher);
    if (isCorrect === undefined) throw notImplemented(`passwords that were hashed by ${passwordHasher}`);
    return isCorrect;
  }

  /** @internal */
  recordSignIn(userId: string, now: number): void {
    this.records.touch(userId, { lastSignInAt: now, lastActiveAt: now });
  }

  #changeMetadata(
    userId: string,
    params: LocalUserMetadataParams,
    change: (current: Metadata, given: Metadata) => Metadata,
  ): LocalUser {
    const user = this.get(userId);
    const changed = (current: Metadata, given: Metadata | null | undefined): Metadata =>
      given == null ? current : structuredClone(change(current, given));
    return this.records.update(userId, {
      publicMetadata: changed(user.publicMetadata, params.publicMetadata),
      privateMetadata: changed(user.privateMetadata, params.privateMetadata),
      unsafeMetadata: changed(user.unsafeMetadata, params.unsafeMetadata),
    });
  }
}

function rejectForeignPrimary(user: LocalUser, params: UpdateLocalUserParams): void {
  const isForeign = (id: string | null | undefined, own: readonly { id: string }[]): boolean =>
    id != null && !own.some(identifier => identifier.id === id);
  const foreign = [
    ...(isForeign(params.primaryEmailAddressId, user.emailAddresses) ? ['primary_email_address_id'] : []),
    ...(isForeign(params.primaryPhoneNumberId, user.phoneNumbers) ? ['primary_phone_number_id'] : []),
    ...(isForeign(params.primaryWeb3WalletId, user.web3Wallets) ? ['primary_web3_wallet_id'] : []),
  ];
  if (foreign.length > 0) {
    throw parametersInvalid(
      ...foreign.map(name => parameterError('form_resource_not_found', name, 'does not belong to the user')),
    );
  }
}

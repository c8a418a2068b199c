import { parameterError, parametersInvalid } from '../../api-errors.js';
import type { BackendApiCalls } from '../../generated/calls.js';
import type { LocalStore } from '../../store/local-store.js';
import type { LocalUser } from '../../store/records.js';
import { contains, isWithin, passes, passesNumbers } from '../lists.js';
import type { Orders } from '../lists.js';

type UserQuery = BackendApiCalls['GetUsersCount']['query'];

/** The filters that apply to members of an organization too. */
export type ProfileQuery = Pick<
  BackendApiCalls['ListOrganizationMemberships']['query'],
  | 'userId'
  | 'emailAddress'
  | 'phoneNumber'
  | 'username'
  | 'web3Wallet'
  | 'query'
  | 'emailAddressQuery'
  | 'phoneNumberQuery'
  | 'usernameQuery'
  | 'nameQuery'
  | 'lastActiveAtBefore'
  | 'lastActiveAtAfter'
>;

/** Clerk's limit on the values of one filter. */
const MAX_VALUES = 100;

export const PROFILE_ORDERS: Orders<LocalUser> = {
  created_at: user => user.createdAt,
  email_address: user => emailAddressesOf(user)[0] ?? '',
  first_name: user => user.firstName,
  last_name: user => user.lastName,
  phone_number: user => phoneNumbersOf(user)[0] ?? '',
  username: user => user.username,
};

export const USER_ORDERS: Orders<LocalUser> = {
  ...PROFILE_ORDERS,
  updated_at: user => user.updatedAt,
  web3wallet: user => user.web3Wallets[0]?.web3Wallet ?? '',
  last_active_at: user => user.lastActiveAt ?? 0,
  last_sign_in_at: user => user.lastSignInAt ?? 0,
};

/** The users that match every filter of a call, newest first. */
export function filterUsers(query: UserQuery, store: LocalStore): LocalUser[] {
  const organizationsOf = (user: LocalUser): string[] =>
    query.organizationId.length === 0
      ? []
      : store.memberships.list({ userId: user.id }).map(({ organizationId }) => organizationId);
  return store.users
    .list()
    .filter(user => matchesProfile(user, query))
    .filter(user => passes(query.externalId, [user.externalId]))
    .filter(user => passes(query.organizationId, organizationsOf(user)))
    .filter(user => query.banned === undefined || user.banned === query.banned)
    .filter(user => isWithin(user.lastActiveAt, { after: query.lastActiveAtSince }))
    .filter(user => isWithin(user.createdAt, { after: query.createdAtAfter, before: query.createdAtBefore }))
    .filter(user =>
      isWithin(user.lastSignInAt, { after: query.lastSignInAtAfter, before: query.lastSignInAtBefore }),
    )
    .filter(user => matchesProvider(user, query));
}

/** Whether a user has the identifiers and names of a filter. */
export function matchesProfile(user: LocalUser, query: ProfileQuery): boolean {
  rejectTooManyValues(query);
  const emailAddresses = emailAddressesOf(user);
  const phoneNumbers = phoneNumbersOf(user);
  const wallets = user.web3Wallets.map(({ web3Wallet }) => web3Wallet);
  const name = `${user.firstName ?? ''} ${user.lastName ?? ''}`;
  return (
    passes(query.userId, [user.id]) &&
    passes(lowerCased(query.emailAddress), lowerCased(emailAddresses)) &&
    passesNumbers(query.phoneNumber, phoneNumbers) &&
    passes(query.username, [user.username]) &&
    passes(query.web3Wallet, wallets) &&
    contains([user.id, user.username, name, ...emailAddresses, ...phoneNumbers, ...wallets], query.query) &&
    contains(emailAddresses, query.emailAddressQuery) &&
    contains(phoneNumbers, query.phoneNumberQuery) &&
    contains([user.username], query.usernameQuery) &&
    contains([name], query.nameQuery) &&
    isWithin(user.lastActiveAt, { after: query.lastActiveAtAfter, before: query.lastActiveAtBefore })
  );
}

function matchesProvider({ externalAccounts }: LocalUser, { provider, providerUserId }: UserQuery): boolean {
  if (provider === undefined && providerUserId.length === 0) return true;
  return externalAccounts
    .filter(
      account =>
        provider === undefined || account.provider.replace('oauth_', '') === provider.replace('oauth_', ''),
    )
    .some(account => passes(providerUserId, [account.providerUserId]));
}

function rejectTooManyValues(query: ProfileQuery): void {
  for (const [name, value] of Object.entries(query)) {
    if (!Array.isArray(value) || value.length <= MAX_VALUES) continue;
    const parameter = name.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
    const problem = `is included more than the maximum of ${MAX_VALUES} times`;
    throw parametersInvalid(parameterError('form_param_duplicate', parameter, problem));
  }
}

function emailAddressesOf(user: LocalUser): string[] {
  return user.emailAddresses.map(({ emailAddress }) => emailAddress);
}

function phoneNumbersOf(user: LocalUser): string[] {
  return user.phoneNumbers.map(({ phoneNumber }) => phoneNumber);
}

function lowerCased(values: readonly string[]): string[] {
  return values.map(value => value.toLowerCase());
}

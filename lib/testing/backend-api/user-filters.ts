import type { OperationCall } from '../http/local-api.js';
import { parameterError, parametersInvalid } from '../api-errors.js';
import type { LocalStore } from '../store/local-store.js';
import type { LocalUser } from '../store/records.js';
import { refuseOtherQueryParameters } from './parameters.js';

type UserProperty = (user: LocalUser, store: LocalStore) => readonly (string | null)[];

/** Parameters that may be repeated; a user is found when any of their values is the user's. */
const PROPERTIES: Readonly<Record<string, UserProperty>> = {
  user_id: user => [user.id],
  email_address: user => user.emailAddresses.map(({ emailAddress }) => emailAddress),
  phone_number: user => user.phoneNumbers.map(({ phoneNumber }) => phoneNumber),
  username: user => [user.username],
  external_id: user => [user.externalId],
  organization_id: (user, store) =>
    store.memberships.list({ userId: user.id }).map(({ organizationId }) => organizationId),
};

const ORDERS: Readonly<Record<string, (user: LocalUser) => string | number>> = {
  created_at: user => user.createdAt,
  updated_at: user => user.updatedAt,
  last_sign_in_at: user => user.lastSignInAt ?? 0,
  first_name: user => user.firstName ?? '',
  last_name: user => user.lastName ?? '',
  username: user => user.username ?? '',
};

const FILTERS = [...Object.keys(PROPERTIES), 'query'];

/** The users that the filters of a call leave. */
export function filterUsers(call: OperationCall, store: LocalStore): LocalUser[] {
  // Counting is asked with the parameters of the list, so those that turn pages are taken and mean nothing.
  refuseOtherQueryParameters(call, [...FILTERS, 'limit', 'offset', 'order_by']);
  const text = call.query.get('query')?.toLowerCase() ?? '';
  return store.users
    .list()
    .filter(user => containsText(user, text))
    .filter(user =>
      Object.keys(PROPERTIES).every(name => matches(call.query.getAll(name), name, user, store)),
    );
}

/** Newest first, unless `order_by` says otherwise: a name, perhaps after `+` or `-`. */
export function sortUsers(users: readonly LocalUser[], query: URLSearchParams): LocalUser[] {
  // A plus sign that was not percent-encoded arrives as a space.
  const [, sign, name = ''] = /^([+ -]?)(.*)$/.exec(query.get('order_by') ?? '-created_at') ?? [];
  const valueOf = Object.hasOwn(ORDERS, name) ? ORDERS[name] : undefined;
  if (valueOf === undefined) {
    const problem = `must be one of ${Object.keys(ORDERS).join(', ')} here`;
    throw parametersInvalid(parameterError('form_param_value_invalid', 'order_by', problem));
  }
  const ascending = [...users].sort((a, b) =>
    valueOf(a) < valueOf(b) ? -1 : valueOf(a) > valueOf(b) ? 1 : 0,
  );
  return sign === '-' ? ascending.reverse() : ascending;
}

/** A value after `-` keeps users out; one after `+`, or after nothing, lets them in. */
function matches(given: readonly string[], name: string, user: LocalUser, store: LocalStore): boolean {
  if (given.length === 0) return true;
  const own = PROPERTIES[name]?.(user, store) ?? [];
  const excluded = given.filter(value => value.startsWith('-')).map(value => value.slice(1));
  const included = given.filter(value => !value.startsWith('-')).map(value => value.replace(/^[+ ]/, ''));
  return (
    !own.some(value => excluded.includes(value ?? '')) &&
    (included.length === 0 || own.some(value => value !== null && included.includes(value)))
  );
}

function containsText(user: LocalUser, text: string): boolean {
  const searched = [
    user.id,
    user.username,
    user.firstName,
    user.lastName,
    ...user.emailAddresses.map(({ emailAddress }) => emailAddress),
    ...user.phoneNumbers.map(({ phoneNumber }) => phoneNumber),
  ];
  return searched.some(value => value?.toLowerCase().includes(text));
}

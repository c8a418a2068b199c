import { SCHEMAS } from '../generated/schemas.js';
import type { LocalStore } from '../store/local-store.js';
import type { LocalMembership, LocalOrganization, LocalUser } from '../store/records.js';
import { shapeAnswer } from './shaping.js';
import { membershipView, organizationView } from './views/organization.js';
import { userView } from './views/user.js';

// The JSON of records in the form of the Backend API, for other APIs and webhooks.

type Json = Record<string, unknown>;

/** @see https://clerk.com/docs/reference/backend-api/model/user */
export function userJson(user: LocalUser, { now }: LocalStore): Json {
  return shapedBy('User', userView(user, now()));
}

/** @see https://clerk.com/docs/reference/backend-api/model/organization */
export function organizationJson(organization: LocalOrganization, store: LocalStore): Json {
  return shapedBy('Organization', organizationView(organization, store));
}

/** @see https://clerk.com/docs/reference/backend-api/model/organization-membership */
export function membershipJson(membership: LocalMembership, store: LocalStore): Json {
  return shapedBy('OrganizationMembership', membershipView(membership, store));
}

/** @param schema - the name of a schema in Clerk's document */
export function shapedBy(schema: string, value: object): Json {
  return shapeAnswer(SCHEMAS[schema] ?? {}, value) as Json;
}

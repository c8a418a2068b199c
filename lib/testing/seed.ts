import { resourceNotFound } from './api-errors.js';
import { updateSettings } from './backend-api/operations/settings.js';
import type { LocalClerkSeed } from './local-clerk-options.js';
import type { LocalStore } from './store/local-store.js';
import type { LocalUser } from './store/records.js';

/**
 * Adds the initial records of an instance.
 *
 * @throws {@link ClerkAPIResponseError} 422 when two of the records have an id or an identifier in common, 404 when a
 *   member is not one of the users
 */
export function seed(store: LocalStore, options: LocalClerkSeed): void {
  const { users = [], organizations = [], plans = [], jwtTemplates = [], sessionClaims } = options;
  for (const user of users) store.users.create(user);
  for (const { members = [], ...params } of organizations) {
    const organization = store.organizations.create(params);
    for (const { user, ...member } of members) {
      const userId = userBy(user, store).id;
      store.memberships.create({ organizationId: organization.id, userId, ...member });
    }
  }
  for (const plan of plans) store.billing.createPlan(plan);
  for (const template of jwtTemplates) store.jwtTemplates.create(template);
  if (sessionClaims) updateSettings(store, 'session', { claims: structuredClone(sessionClaims) });
}

/** @throws {@link ClerkAPIResponseError} 404 when there is no user with that id or email address */
export function userBy(idOrEmailAddress: string, { users }: LocalStore): LocalUser {
  const user =
    users.records.find(idOrEmailAddress) ??
    users.records.findBy('email_address', idOrEmailAddress.toLowerCase());
  if (!user) throw resourceNotFound('user', 'id or email address', idOrEmailAddress);
  return user;
}

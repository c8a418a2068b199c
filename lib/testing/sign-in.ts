import { resourceNotFound } from './api-errors.js';
import type { LocalInstance } from './local-instance.js';
import { userBy } from './seed.js';
import type { LocalActor, LocalSession, LocalUser } from './store/records.js';
import { issueSessionToken } from './tokens/session-token.js';

/** The options of {@link LocalClerk.signIn}. Everything has a default. */
export interface LocalSignInParams {
  /** The active organization: its id or its slug. The user becomes a member. Default: none, the personal account. */
  organization?: string;
  /** The role in the organization, with or without `org:`. Default: that of the membership, otherwise `org:member`. */
  role?: string;
  /** Such as `org:invoices:create`. Default: the membership's. */
  permissions?: readonly string[];
  /** The features for `has({ feature })`. Default: those of the plans of the user and the organization. */
  features?: readonly string[];
  /** The plans for `has({ plan })`. Default: the plans of the user and the organization. */
  plans?: readonly string[];
  /** The actor that impersonates the user, such as `{ sub: 'user_support' }`. Default: unset. */
  actor?: LocalActor;
  /** Seconds until the token expires; negative for an expired one. Default: 60. */
  expiresIn?: number;
  /** The origin of the application, as `azp`. Default: none. */
  authorizedParty?: string;
}

/** A signed-in user with the credentials for requests. */
export interface LocalCredentials {
  readonly user: LocalUser;
  readonly session: LocalSession;
  /** The session token. */
  readonly token: string;
  /** The headers of a call without a browser: `authorization`. */
  readonly headers: { readonly authorization: string };
  /** The value of the header `cookie` of a browser, such as `__session=…; __client_uat=…`. */
  readonly cookies: string;
}

/** @throws {@link ClerkAPIResponseError} 404 when the user or the organization does not exist */
export async function signIn(
  instance: LocalInstance,
  user: string | { readonly id: string },
  params: LocalSignInParams,
): Promise<LocalCredentials> {
  const { store } = instance;
  const { id: userId } = typeof user === 'string' ? userBy(user, store) : store.users.get(user.id);
  const { role, permissions, features, plans, actor, expiresIn, authorizedParty } = params;
  const organizationId = params.organization === undefined ? null : join(instance, userId, params);
  const browser = store.browsers.create();
  const session = store.sessions.create({
    userId,
    clientId: browser.id,
    activeOrganizationId: organizationId,
    actor,
  });
  browser.open(session);
  const token = await issueSessionToken(instance, {
    userId,
    sessionId: session.id,
    orgRole: role,
    orgPermissions: permissions,
    features,
    plans,
    expiresIn,
    authorizedParty,
  });
  return {
    user: store.users.get(userId),
    session,
    token,
    headers: { authorization: `Bearer ${token}` },
    cookies: cookiesOf(instance, { token, devBrowser: browser.token, clientUat: browser.clientUat }),
  };
}

/** Makes the user a member of the organization, if necessary. @returns the organization's id */
function join({ store }: LocalInstance, userId: string, params: LocalSignInParams): string {
  const { organization: idOrSlug = '', role = 'org:member', permissions } = params;
  const organization =
    store.organizations.find(idOrSlug) ?? store.organizations.records.findBy('slug', idOrSlug);
  if (!organization) throw resourceNotFound('organization', 'id or slug', idOrSlug);
  if (!store.memberships.find(organization.id, userId)) {
    const key = role.startsWith('org:') ? role : `org:${role}`;
    store.memberships.create({ organizationId: organization.id, userId, role: key, permissions });
  }
  return organization.id;
}

function cookiesOf(
  { cookieNames, instanceType }: LocalInstance,
  { token, devBrowser, clientUat }: { token: string; devBrowser: string; clientUat: number },
): string {
  const isDevelopment = instanceType === 'development';
  const pairs: [name: string, value: string][] = [
    [cookieNames.session, token],
    [cookieNames.suffixedSession, token],
    [cookieNames.clientUat, String(clientUat)],
    [cookieNames.suffixedClientUat, String(clientUat)],
    ...(isDevelopment
      ? ([
          [cookieNames.devBrowser, devBrowser],
          [cookieNames.suffixedDevBrowser, devBrowser],
        ] as [string, string][])
      : []),
  ];
  return pairs.map(([name, value]) => `${name}=${value}`).join('; ');
}

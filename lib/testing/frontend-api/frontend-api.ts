import { FRONTEND_API_OPERATIONS } from '../generated/frontend-operations.js';
import { json } from '../http/api-answer.js';
import type { ApiCall } from '../http/api-call.js';
import type { ApiDefinition } from '../http/local-api.js';
import { OperationRouter } from '../http/operation-router.js';
import type { LocalInstance } from '../local-instance.js';
import { authorizationServerMetadata, openIdConfiguration } from './authorization-server-metadata.js';
import * as clients from './clients.js';
import { CONNECTED_ACCOUNTS } from './connected-accounts.js';
import { getEnvironment } from './environment.js';
import type { FrontendApiOperation } from './handlers.js';
import { handshake } from './handshake.js';
import { EMAIL_ADDRESSES } from './email-addresses.js';
import { ME } from './me.js';
import { MEMBERSHIP_REQUESTS } from './membership-requests.js';
import { getOauthCallback, postOauthCallback } from './oauth-callback.js';
import { OAUTH } from './oauth/oauth.js';
import { ORGANIZATION_DOMAINS } from './organization-domains.js';
import { ORGANIZATION_INVITATIONS } from './organization-invitations.js';
import { ORGANIZATION_MEMBERSHIPS } from './organization-memberships.js';
import { ORGANIZATIONS } from './organizations.js';
import { PHONE_NUMBERS } from './phone-numbers.js';
import { SECOND_FACTORS } from './second-factors.js';
import { normalizeCall, readParameters } from './request-encoding.js';
import * as reverification from './reverification.js';
import * as sessions from './sessions.js';
import * as signIns from './sign-ins.js';
import { syncClient, linkClient } from './satellites.js';
import * as signUps from './sign-ups.js';
import { acceptTicket } from './tickets.js';
import { joinWaitlist } from './waitlist.js';

/**
 * Clerk's Frontend API. Any page may call it: its dev browser token or its cookies identify the browser. An operation
 * without a handler is answered 501 with its name.
 */
export const FRONTEND_API: ApiDefinition<FrontendApiOperation> = {
  router: new OperationRouter<FrontendApiOperation>('', FRONTEND_API_OPERATIONS),
  authenticate: () => undefined,
  normalize: normalizeCall,
  readBody: readParameters,
  isCrossOrigin: true,
  handlers: {
    getJWKS: (_call, { signingKey }) => json({ keys: [signingKey.publicJwk] }),
    getOAuth2AuthorizationServerMetadata: authorizationServerMetadata,
    getOpenIDConfiguration: openIdConfiguration,
    getHealth: () => json({ status: 'healthy' }),

    createDevBrowser: clients.createDevBrowser,
    getEnvironment,
    updateEnvironment: getEnvironment,
    handshakeClient: handshake,
    syncClient,
    linkClient,

    getClient: clients.getClient,
    postClient: clients.createClient,
    putClient: clients.createClient,
    deleteClientSessions: clients.signOutOfAllSessions,
    removeClientSessionsAndRetainCookie: clients.signOutOfAllSessions,

    createSignIn: signIns.createSignIn,
    getSignIn: signIns.getSignIn,
    prepareSignInFactorOne: signIns.prepareFirstFactor,
    attemptSignInFactorOne: signIns.attemptFirstFactor,
    prepareSignInFactorTwo: signIns.prepareSecondFactor,
    attemptSignInFactorTwo: signIns.attemptSecondFactor,
    resetPassword: signIns.resetPassword,

    acceptTicket,
    createSignUps: signUps.createSignUp,
    getSignUps: signUps.getSignUp,
    updateSignUps: signUps.updateSignUp,
    prepareSignUpsVerification: signUps.prepareSignUpVerification,
    attemptSignUpsVerification: signUps.attemptSignUpVerification,

    getSession: sessions.getSession,
    touchSession: sessions.touchSession,
    endSession: sessions.endSession,
    removeSession: sessions.removeSession,
    createSessionToken: sessions.createSessionToken,
    createSessionTokenWithTemplate: sessions.createSessionTokenFromTemplate,
    getSessions: sessions.getActiveSessions,
    getUsersSessions: sessions.getAllSessions,
    revokeSession: sessions.revokeSession,

    startSessionReverification: reverification.startReverification,
    prepareSessionReverificationFirstFactor: reverification.prepareFirstFactor,
    attemptSessionReverificationFirstFactor: reverification.attemptFirstFactor,
    prepareSessionReverificationSecondFactor: reverification.prepareSecondFactor,
    attemptSessionReverificationSecondFactor: reverification.attemptSecondFactor,

    joinWaitlist,
    getOauthCallback,
    postOauthCallback,
    ...OAUTH,
    ...CONNECTED_ACCOUNTS,
    ...ME,
    ...EMAIL_ADDRESSES,
    ...PHONE_NUMBERS,
    ...SECOND_FACTORS,
    ...ORGANIZATIONS,
    ...ORGANIZATION_MEMBERSHIPS,
    ...ORGANIZATION_INVITATIONS,
    ...ORGANIZATION_DOMAINS,
    ...MEMBERSHIP_REQUESTS,
  },
};

/** The query parameters of every call of ClerkJS. */
const QUERY_OF_CLERK_JS = ['__clerk_api_version', '_clerk_js_version', '_clerk_session_id', '__clerk_db_jwt'];

/**
 * Like {@link FRONTEND_API}, for calls of pages and ClerkJS. The two APIs have common paths, which Clerk distinguishes
 * by the host; a server on one port cannot.
 */
export const FRONTEND_API_OF_PAGES: ApiDefinition<FrontendApiOperation> = {
  ...FRONTEND_API,
  normalize: (call, instance) => (isCallOfPage(call, instance) ? normalizeCall(call) : undefined),
};

function isCallOfPage({ url, header }: ApiCall, { issuer }: LocalInstance): boolean {
  if (header('authorization') !== undefined) return false;
  return url.host === new URL(issuer).host || QUERY_OF_CLERK_JS.some(name => url.searchParams.has(name));
}

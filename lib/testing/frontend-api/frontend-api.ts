import { FRONTEND_API_OPERATIONS } from '../generated/frontend-operations.js';
import { json } from '../http/api-answer.js';
import type { ApiCall } from '../http/api-call.js';
import type { ApiDefinition } from '../http/local-api.js';
import { OperationRouter } from '../http/operation-router.js';
import type { LocalInstance } from '../local-instance.js';
import { authorizationServerMetadata } from './authorization-server-metadata.js';
import * as clients from './clients.js';
import { getEnvironment } from './environment.js';
import { handshake } from './handshake.js';
import * as me from './me.js';
import * as organizations from './organizations.js';
import { normalizeCall, readParameters } from './request-encoding.js';
import * as reverification from './reverification.js';
import * as sessions from './sessions.js';
import * as signIns from './sign-ins.js';
import * as signUps from './sign-ups.js';
import { acceptTicket } from './tickets.js';

type FrontendApiOperation = (typeof FRONTEND_API_OPERATIONS)[number][2];

/**
 * Clerk's Frontend API. Any page may call it: what a browser is, its dev browser token or its cookies say. An operation
 * that has no handler answers 501 with its name.
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
    getHealth: () => json({ status: 'ok' }),

    createDevBrowser: clients.createDevBrowser,
    getEnvironment,
    updateEnvironment: getEnvironment,
    handshakeClient: handshake,

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

    getUser: me.getMe,
    patchUser: me.updateMe,
    patchUserMetadata: me.updateMyMetadata,
    changePassword: me.changePassword,
    deleteUser: me.deleteMe,

    getOrganizationMemberships: organizations.listMyMemberships,
    getUsersOrganizationInvitations: organizations.emptyListForCaller,
    getOrganizationSuggestions: organizations.emptyListForCaller,
    createOrganization: organizations.createOrganization,
    getOrganization: organizations.getOrganization,
    ListOrganizationMemberships: organizations.listMemberships,
    listOrganizationMembershipRequests: organizations.emptyListForMember,
    ListOrganizationDomains: organizations.emptyListForMember,
  },
};

/** What every call of ClerkJS has in its query. */
const QUERY_OF_CLERK_JS = ['__clerk_api_version', '_clerk_js_version', '_clerk_session_id', '__clerk_db_jwt'];

/**
 * As {@link FRONTEND_API}, for calls that a page or ClerkJS sends. The two APIs have paths in common, which Clerk tells
 * apart by the host, and a server on one port cannot.
 */
export const FRONTEND_API_OF_PAGES: ApiDefinition<FrontendApiOperation> = {
  ...FRONTEND_API,
  normalize: (call, instance) => (isCallOfPage(call, instance) ? normalizeCall(call) : undefined),
};

function isCallOfPage({ url, header }: ApiCall, { issuer }: LocalInstance): boolean {
  if (header('authorization') !== undefined) return false;
  return url.host === new URL(issuer).host || QUERY_OF_CLERK_JS.some(name => url.searchParams.has(name));
}

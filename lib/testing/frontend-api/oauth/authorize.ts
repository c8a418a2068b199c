import type { ApiAnswer } from '../../http/api-answer.js';
import { json } from '../../http/api-answer.js';
import type { OperationCall, OperationHandler } from '../../http/local-api.js';
import type { LocalInstance } from '../../local-instance.js';
import { resourceNotFound } from '../../api-errors.js';
import { seeOther } from '../../pages/html.js';
import { assertSameOrigin } from '../../pages/same-origin.js';
import type { LocalBrowser } from '../../store/browsers.js';
import { findBrowser, ownUrl, requireCaller } from '../caller.js';
import { flag } from '../parameters.js';
import { authorizationParameters, readRequest, readTarget } from './authorization-request.js';
import type { AuthorizationRequest, AuthorizationTarget } from './authorization-request.js';
import { findClient } from './clients.js';
import { consentPage } from './consent-page.js';
import { OAuthEndpointError, oauthErrorAnswer, withoutStore } from './oauth-error.js';
import { scopesIn } from './scopes.js';

/** How long a client may take to exchange a code. */
const CODE_LIFETIME_MS = 10 * 60_000;

type NextStep = (request: AuthorizationRequest, browser: LocalBrowser | undefined) => ApiAnswer;

/**
 * Lets the user of a browser grant access to an OAuth client: sign in, consent, and return to the client with a code.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1
 */
export const requestOAuthAuthorize: OperationHandler = (call, instance) =>
  answerRequest(call, instance, (request, browser) => {
    const { client, prompts } = request;
    const isSignedIn = browser?.session !== undefined && !prompts.includes('login');
    if (!isSignedIn) {
      if (prompts.includes('none')) throw error('login_required', 'No user is signed in.');
      return seeOther(signInUrl(request, call, instance));
    }
    if (!client.consentScreenEnabled && !prompts.includes('consent')) {
      return grant(request, browser, instance);
    }
    if (prompts.includes('none')) throw error('consent_required', 'The user must give consent.');
    return consentPage(request, browser, instance);
  });

/** Takes the decision of the user on the consent page. */
export const submitOAuthConsent: OperationHandler = (call, instance) => {
  assertSameOrigin(call);
  requireCaller(call, instance);
  return answerRequest(call, instance, (request, browser) => {
    if (browser?.session === undefined) throw error('login_required', 'No user is signed in.');
    if (flag(call.body, 'consented') !== true) throw error('access_denied', 'The user denied access.');
    return grant(request, browser, instance);
  });
};

/** What a consent page shows. */
export const getOAuthConsent: OperationHandler = (call, instance) => {
  requireCaller(call, instance);
  const clientId = call.pathParameters.client_id ?? '';
  const client = findClient(clientId, instance);
  if (!client?.consentScreenEnabled) throw resourceNotFound('OAuth application', 'client id', clientId);
  const scopes = scopesIn(call.query.get('scope') ?? client.scopes) ?? [];
  return json({
    oauth_application_name: client.name,
    oauth_application_logo_url: client.clientImageUrl,
    oauth_application_url: null,
    client_id: client.clientId,
    redirect_domain: null,
    scopes: scopes.map(scope => ({ scope, description: null, requires_consent: true })),
  });
};

function answerRequest(call: OperationCall, instance: LocalInstance, next: NextStep): ApiAnswer {
  try {
    const parameters = authorizationParameters(call);
    const target = readTarget(parameters, instance);
    try {
      return next(readRequest(target, parameters, instance), findBrowser(call, instance));
    } catch (problem) {
      if (!(problem instanceof OAuthEndpointError)) throw problem;
      return redirect(target, { error: problem.code, error_description: problem.message });
    }
  } catch (problem) {
    return oauthErrorAnswer(problem);
  }
}

function grant(request: AuthorizationRequest, browser: LocalBrowser, { store }: LocalInstance): ApiAnswer {
  const { client, redirectUri, scopes, resources, codeChallenge, nonce } = request;
  const code = store.oauthGrants.authorizations.put({
    clientId: client.clientId,
    userId: browser.session?.userId ?? '',
    redirectUri,
    scopes,
    resources,
    codeChallenge,
    nonce,
    expiresAt: store.now() + CODE_LIFETIME_MS,
  });
  return redirect(request, { code });
}

function redirect(
  { redirectUri, state }: AuthorizationTarget,
  parameters: Readonly<Record<string, string>>,
): ApiAnswer {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  if (state !== undefined) url.searchParams.set('state', state);
  return withoutStore(seeOther(url.href));
}

/** The sign-in page, which returns to the same request. */
function signInUrl(
  { parameters }: AuthorizationRequest,
  call: OperationCall,
  instance: LocalInstance,
): string {
  const base = ownUrl(call, instance);
  const again = new URLSearchParams(parameters);
  const prompts = (again.get('prompt') ?? '').split(' ').filter(prompt => prompt && prompt !== 'login');
  again.delete('prompt');
  if (prompts.length > 0) again.set('prompt', prompts.join(' '));
  const returnUrl = `${base}/oauth/authorize?${again.toString()}`;
  return `${base}/sign-in?redirect_url=${encodeURIComponent(returnUrl)}`;
}

function error(code: string, description: string): OAuthEndpointError {
  return new OAuthEndpointError(400, code, description);
}

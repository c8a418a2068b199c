import type { OperationCall } from '../../http/local-api.js';
import type { LocalInstance } from '../../local-instance.js';
import type { LocalOAuthApplication } from '../../store/instance-records.js';
import { list, text } from '../parameters.js';
import { findClient } from './clients.js';
import { invalidClient, invalidRequest, OAuthEndpointError } from './oauth-error.js';
import { assertAllowedScopes, defaultScopes, scopesIn } from './scopes.js';

/** The parameters of an authorization request. */
export const AUTHORIZATION_PARAMETERS = [
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'prompt',
  'code_challenge',
  'code_challenge_method',
  'response_mode',
  'nonce',
  'resource',
] as const;

/** An authorization request with a known client, and a place to send the answer to. */
export interface AuthorizationRequest {
  readonly client: LocalOAuthApplication;
  readonly redirectUri: string;
  readonly state: string | undefined;
  readonly prompts: readonly string[];
  readonly nonce: string | undefined;
  readonly codeChallenge: string | undefined;
  readonly resources: readonly string[];
  readonly scopes: readonly string[];
  /** The parameters as the client sent them. */
  readonly parameters: URLSearchParams;
}

/** Where to send an answer to. */
export type AuthorizationTarget = Pick<AuthorizationRequest, 'client' | 'redirectUri' | 'state'>;

/** The parameters of a call, from its query or its form. */
export function authorizationParameters({ body, query }: OperationCall): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const name of AUTHORIZATION_PARAMETERS) {
    for (const value of [...list(body, name), ...query.getAll(name)]) parameters.append(name, value);
  }
  return parameters;
}

/**
 * The client and its redirect URI. Errors before these are known must not be redirected: the URI could be an attacker's.
 *
 * @throws {@link OAuthEndpointError} 400 or 401
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1
 */
export function readTarget(parameters: URLSearchParams, instance: LocalInstance): AuthorizationTarget {
  const client = findClient(parameters.get('client_id') ?? undefined, instance);
  if (!client) throw invalidClient();
  const [onlyUri, secondUri] = client.redirectUris;
  const given = parameters.get('redirect_uri') ?? (secondUri === undefined ? onlyUri : undefined);
  if (given === undefined || !client.redirectUris.includes(given)) {
    throw invalidRequest('The redirect_uri is not one of the registered URIs of the client.');
  }
  return { client, redirectUri: given, state: parameters.get('state') ?? undefined };
}

/**
 * Reads the rest of an authorization request.
 *
 * @throws {@link OAuthEndpointError} for the client, to which it is redirected
 */
export function readRequest(
  target: AuthorizationTarget,
  parameters: URLSearchParams,
  { store }: LocalInstance,
): AuthorizationRequest {
  const { client, state } = target;
  const parameter = (name: string): string | undefined => parameters.get(name) || undefined;
  if (parameter('response_type') !== 'code') {
    throw new OAuthEndpointError(400, 'unsupported_response_type', 'The only response_type is code.');
  }
  if ((parameter('response_mode') ?? 'query') !== 'query') {
    throw invalidRequest('The only response_mode of LocalClerk is query.');
  }
  const codeChallenge = readChallenge(
    parameter('code_challenge'),
    parameter('code_challenge_method'),
    client,
  );
  if (codeChallenge === undefined && (state?.length ?? 0) < MIN_STATE_LENGTH) {
    throw new OAuthEndpointError(400, 'invalid_state', 'Without PKCE, state has at least 8 characters.');
  }
  const scopes = scopesIn(parameter('scope')) ?? defaultScopes(store);
  assertAllowedScopes(scopes, client);
  return {
    ...target,
    prompts: parameter('prompt')?.split(' ') ?? [],
    nonce: parameter('nonce'),
    codeChallenge,
    resources: readResources(parameters.getAll('resource')),
    scopes,
    parameters,
  };
}

const MIN_STATE_LENGTH = 8;

function readChallenge(
  challenge: string | undefined,
  method: string | undefined,
  client: LocalOAuthApplication,
): string | undefined {
  if (challenge === undefined) {
    if (client.public || client.pkceRequired) throw invalidRequest('The client must send a code_challenge.');
    return undefined;
  }
  if (method !== 'S256') throw invalidRequest('The only code_challenge_method is S256.');
  return challenge;
}

/**
 * The resources that a token is for.
 *
 * @throws {@link OAuthEndpointError} `invalid_target` for anything but an absolute URI without a fragment
 * @see https://www.rfc-editor.org/rfc/rfc8707#section-2
 */
export function readResources(resources: readonly string[]): string[] {
  if (resources.every(resource => URL.canParse(resource) && !resource.includes('#'))) {
    return [...new Set(resources)];
  }
  throw new OAuthEndpointError(400, 'invalid_target', 'A resource is an absolute URI without a fragment.');
}

/** The resources in the body of a token request. */
export function resourcesIn(body: OperationCall['body']): string[] {
  return readResources(list(body, 'resource'));
}

/** A required parameter of an OAuth endpoint. @throws {@link OAuthEndpointError} 400 `invalid_request` */
export function requiredParameter(body: OperationCall['body'], name: string): string {
  const value = text(body, name);
  if (value === undefined) throw invalidRequest(`The parameter ${name} is missing.`);
  return value;
}

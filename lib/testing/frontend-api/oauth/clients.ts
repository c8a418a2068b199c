import { timingSafeEqual } from 'node:crypto';

import { apiError } from '../../api-errors.js';
import { settingsOf } from '../../backend-api/operations/settings.js';
import { json } from '../../http/api-answer.js';
import type { OperationCall, OperationHandler } from '../../http/local-api.js';
import type { LocalInstance } from '../../local-instance.js';
import { randomLettersAndDigits } from '../../random.js';
import type { LocalOAuthApplication } from '../../store/instance-records.js';
import { text } from '../parameters.js';
import { invalidClient, OAuthEndpointError, oauthErrorAnswer, withoutStore } from './oauth-error.js';
import { defaultScopes, scopesIn } from './scopes.js';

const AUTH_METHODS: readonly unknown[] = ['client_secret_basic', 'client_secret_post', 'none'];

/**
 * Registers an OAuth client by itself, if the instance allows it: off by default, as with Clerk.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7591
 */
export const registerOAuthClient: OperationHandler = ({ body }, instance) => {
  if (settingsOf(instance.store, 'oauthApplication').dynamicOauthClientRegistration !== true) {
    throw apiError(
      422,
      'dynamic_client_registration_disabled',
      'Dynamic client registration is not enabled',
      'Enable `dynamic_oauth_client_registration` in the OAuth application settings of the instance.',
    );
  }
  try {
    return withoutStore(json(clientInformation(register(body, instance)), 201));
  } catch (error) {
    return oauthErrorAnswer(error);
  }
};

function register(body: OperationCall['body'], { store }: LocalInstance): LocalOAuthApplication {
  const method = body.token_endpoint_auth_method ?? 'client_secret_basic';
  if (!AUTH_METHODS.includes(method)) throw invalidMetadata('token_endpoint_auth_method');
  const isPublic = method === 'none';
  const clientId = randomLettersAndDigits(16);
  return store.records.oauthApplications.add({
    name: stringIn(body, 'client_name') ?? clientId,
    clientId,
    clientSecret: isPublic ? null : randomLettersAndDigits(32),
    redirectUris: redirectUrisIn(body),
    scopes: (scopesIn(stringIn(body, 'scope')) ?? defaultScopes(store)).join(' '),
    consentScreenEnabled: true,
    pkceRequired: isPublic,
    public: isPublic,
    clientImageUrl: stringIn(body, 'logo_uri') ?? null,
    dynamicallyRegistered: true,
  });
}

function clientInformation({
  name,
  clientId,
  clientSecret,
  redirectUris,
  scopes,
  createdAt,
}: LocalOAuthApplication): object {
  return {
    client_id: clientId,
    client_id_issued_at: Math.floor(createdAt / 1000),
    ...(clientSecret !== null && { client_secret: clientSecret }),
    client_secret_expires_at: 0,
    client_name: name,
    redirect_uris: redirectUris,
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    scope: scopes,
    token_endpoint_auth_method: clientSecret === null ? 'none' : 'client_secret_basic',
  };
}

function redirectUrisIn({ redirect_uris }: OperationCall['body']): string[] {
  const uris: unknown[] = Array.isArray(redirect_uris) ? redirect_uris : [];
  const areValid = uris.every(uri => typeof uri === 'string' && URL.canParse(uri) && !uri.includes('#'));
  if (uris.length > 0 && areValid) return uris as string[];
  throw new OAuthEndpointError(400, 'invalid_redirect_uri', 'redirect_uris must be a list of absolute URIs.');
}

function stringIn(body: OperationCall['body'], name: string): string | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw invalidMetadata(name);
  return value;
}

function invalidMetadata(name: string): OAuthEndpointError {
  return new OAuthEndpointError(400, 'invalid_client_metadata', `${name} is not valid.`);
}

/** The client with an id; `undefined` for an unknown one. */
export function findClient(
  clientId: string | undefined,
  { store }: LocalInstance,
): LocalOAuthApplication | undefined {
  return store.records.oauthApplications.list(client => client.clientId === clientId)[0];
}

/**
 * The client that sent a call: a confidential one proves it by its secret, in the header or in the body.
 *
 * @throws {@link OAuthEndpointError} 401 `invalid_client`
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-2.3
 */
export function requireClient(call: OperationCall, instance: LocalInstance): LocalOAuthApplication {
  const { id, secret } = basicCredentials(call) ?? {
    id: text(call.body, 'client_id'),
    secret: text(call.body, 'client_secret'),
  };
  const client = findClient(id, instance);
  if (!client || (client.clientSecret !== null && !isSame(client.clientSecret, secret)))
    throw invalidClient();
  return client;
}

function basicCredentials({ header }: OperationCall): { id: string; secret: string } | undefined {
  const [, encoded] = /^Basic ([\w+/=-]+)$/i.exec(header('authorization') ?? '') ?? [];
  if (encoded === undefined) return undefined;
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':').map(formDecoded);
  return { id, secret };
}

/** Both are encoded like a form (RFC 6749, section 2.3.1). */
function formDecoded(value: string): string {
  return new URLSearchParams(`value=${value.replaceAll('&', '%26')}`).get('value') ?? '';
}

function isSame(expected: string, actual: string | undefined): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(actual ?? '')];
  return a.length === b.length && timingSafeEqual(a, b);
}

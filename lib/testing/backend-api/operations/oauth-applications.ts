import { apiError, parameterError, parametersInvalid, resourceNotFound } from '../../api-errors.js';
import type { LocalInstance } from '../../local-instance.js';
import { randomLettersAndDigits } from '../../random.js';
import type { LocalOAuthApplication } from '../../store/instance-records.js';
import type { BackendApiHandlers } from '../handlers.js';
import { BY_CREATION, contains, pageOf, sorted } from '../lists.js';
import { rejectMissingFile, uploadedImage } from './users.js';

const DEFAULT_SCOPES = 'profile email';

export const OAUTH_APPLICATIONS: BackendApiHandlers = {
  ListOAuthApplications: ({ query }, instance) => {
    const applications = instance.store.records.oauthApplications.list(
      ({ name, clientId }) => clientId === query.nameQuery || contains([name], query.nameQuery),
    );
    const orders = { ...BY_CREATION, name: ({ name }: LocalOAuthApplication) => name };
    return pageOf(sorted(applications, orders, query.orderBy), query, application =>
      applicationView(application, instance),
    );
  },

  CreateOAuthApplication: ({ body }, instance) => {
    const isPublic = body.public === true;
    if (isPublic && body.pkceRequired === false) {
      const problem = 'must be true for OAuth clients without a secret';
      throw parametersInvalid(parameterError('form_public_client_requires_pkce', 'pkce_required', problem));
    }
    const application = instance.store.records.oauthApplications.add({
      name: body.name,
      clientId: randomLettersAndDigits(16),
      clientSecret: isPublic ? null : randomLettersAndDigits(32),
      redirectUris: redirectUrisOf(body) ?? [],
      scopes: body.scopes ?? DEFAULT_SCOPES,
      consentScreenEnabled: body.consentScreenEnabled ?? true,
      pkceRequired: body.pkceRequired ?? isPublic,
      public: isPublic,
      clientImageUrl: null,
      dynamicallyRegistered: false,
    });
    return withSecret(application, instance);
  },

  GetOAuthApplication: ({ path }, instance) =>
    applicationView(instance.store.records.oauthApplications.get(path.oauthApplicationId), instance),

  UpdateOAuthApplication: ({ path, body }, instance) => {
    const { oauthApplications } = instance.store.records;
    const { id } = oauthApplications.get(path.oauthApplicationId);
    const updated = oauthApplications.update(id, {
      name: body.name ?? undefined,
      redirectUris: redirectUrisOf(body),
      scopes: body.scopes ?? undefined,
      consentScreenEnabled: body.consentScreenEnabled ?? undefined,
      pkceRequired: body.pkceRequired ?? undefined,
      public: body.public ?? undefined,
    });
    return applicationView(updated, instance);
  },

  DeleteOAuthApplication: ({ path }, { store }) => {
    const { id } = store.records.oauthApplications.delete(path.oauthApplicationId);
    return { object: 'oauth_application', id, deleted: true };
  },

  UploadOAuthApplicationLogo: ({ path, raw }, instance) => {
    const { oauthApplications } = instance.store.records;
    const { id } = oauthApplications.get(path.oauthApplicationId);
    rejectMissingFile(raw.body.file);
    return applicationView(oauthApplications.update(id, { clientImageUrl: uploadedImage(id) }), instance);
  },

  RotateOAuthApplicationSecret: ({ path }, instance) => {
    const { oauthApplications } = instance.store.records;
    const application = oauthApplications.get(path.oauthApplicationId);
    if (application.public) throw apiError(400, 'bad_request', 'A public client has no secret.');
    const clientSecret = randomLettersAndDigits(32);
    return withSecret(oauthApplications.update(application.id, { clientSecret }), instance);
  },

  /** A JWT stays valid until it expires, as with Clerk. */
  RevokeOAuthApplicationToken: ({ path, body }, { store }) => {
    const { clientId } = store.records.oauthApplications.get(path.oauthApplicationId);
    const found = store.oauthTokens.find(body.token);
    if (found?.record.clientId !== clientId) throw resourceNotFound('OAuth access token', 'value', 'given');
    if (body.token.includes('.')) throw apiError(400, 'bad_request', 'JWT access tokens cannot be revoked.');
    store.oauthTokens.revoke(found.record.id);
  },
};

function redirectUrisOf({
  redirectUris,
  callbackUrl,
}: {
  readonly redirectUris?: readonly string[] | null;
  readonly callbackUrl?: string | null;
}): string[] | undefined {
  const uris = redirectUris ?? (callbackUrl == null ? undefined : [callbackUrl]);
  const invalid = uris?.find(uri => !URL.canParse(uri));
  if (invalid === undefined) return uris && [...uris];
  throw parametersInvalid(parameterError('form_param_format_invalid', 'redirect_uris', 'must be valid URLs'));
}

function withSecret(application: LocalOAuthApplication, instance: LocalInstance): object {
  const view = applicationView(application, instance);
  return application.clientSecret === null ? view : { ...view, clientSecret: application.clientSecret };
}

function applicationView(
  { clientSecret: _clientSecret, ...application }: LocalOAuthApplication,
  { instanceId, issuer }: LocalInstance,
): object {
  return {
    ...application,
    instanceId,
    clientUri: null,
    callbackUrl: application.redirectUris[0] ?? '',
    authorizeUrl: `${issuer}/oauth/authorize`,
    tokenFetchUrl: `${issuer}/oauth/token`,
    userInfoUrl: `${issuer}/oauth/userinfo`,
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    tokenIntrospectionUrl: `${issuer}/oauth/token_info`,
  };
}

import { imageUrl } from '../../backend-api/views/user.js';
import { json } from '../../http/api-answer.js';
import type { OperationHandler } from '../../http/local-api.js';
import type { LocalUser } from '../../store/records.js';
import { authenticationInvalid } from '../errors.js';

/**
 * Describes the user of an access token, as far as the granted scopes allow.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#UserInfo
 */
export const getOAuthUserInfo: OperationHandler = ({ header }, { store, instanceId }) => {
  const [, token = ''] = /^Bearer (\S+)$/i.exec(header('authorization') ?? '') ?? [];
  const found = store.oauthTokens.find(token);
  const user = found?.isValid ? store.users.list().find(({ id }) => id === found.record.subject) : undefined;
  if (!found || !user) throw authenticationInvalid();
  return json({
    object: 'oauth_user_info',
    instance_id: instanceId,
    user_id: user.id,
    sub: user.id,
    ...userClaims(user, found.record.scopes),
  });
};

/** The claims about a user that scopes give access to. */
export function userClaims(user: LocalUser, scopes: readonly string[]): Record<string, unknown> {
  const email = user.emailAddresses.find(({ id }) => id === user.primaryEmailAddressId);
  return {
    ...(scopes.includes('profile') && {
      given_name: user.firstName,
      family_name: user.lastName,
      name: [user.firstName, user.lastName].filter(Boolean).join(' '),
      preferred_username: user.username,
      picture: imageUrl(user),
    }),
    ...(scopes.includes('email') && {
      email: email?.emailAddress ?? null,
      email_verified: email?.verification?.status === 'verified',
    }),
    ...(scopes.includes('public_metadata') && {
      public_metadata: user.publicMetadata,
      unsafe_metadata: user.unsafeMetadata,
    }),
    ...(scopes.includes('private_metadata') && { private_metadata: user.privateMetadata }),
  };
}

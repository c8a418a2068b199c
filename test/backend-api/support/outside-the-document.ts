/**
 * Arguments of handwritten methods, and responses that Clerk's document does not have. A method may have several sets
 * of arguments.
 */
export const HANDWRITTEN_ARGUMENTS: Record<string, unknown[][]> = {
  'betaFeatures.changeDomain': [[{ homeUrl: 'https://example.test', isSecondary: true }]],
  'clients.getHandshakePayload': [[{ nonce: 'nonce+1/2=' }]],
  'domains.deleteDomain': [['dmn_1']],
  'emails.create': [
    [mail({ address: 'a@example.test' })],
    [mail({ userId: 'user_1' }), { idempotencyKey: 'key_1-A' }],
  ],
  'emails.createBatch': [
    [[{ ...mail({ address: 'a@example.test' }), idempotencyKey: 'key-1' }, mail({ userId: 'user_1' })]],
  ],
  'emails.get': [['email_1']],
  'idPOAuthAccessToken.verify': [['oat_1'], ['oat_1', { audience: ['aud-1', 'other'] }]],
  'invitations.deleteInvitation': [['inv_1']],
  'm2m.createToken': [
    [],
    [{ claims: { snake_key: 1, camelKey: 2 }, secondsUntilExpiration: 60, minRemainingTtlSeconds: 5 }],
    [{ machineSecretKey: 'ak_other', tokenFormat: 'jwt' }],
  ],
  'm2m.list': [
    [{ subject: 'mch_1', revoked: true, expired: true, limit: 2, offset: 3, machineSecretKey: 'ak_2' }],
  ],
  'm2m.revokeToken': [
    [{ m2mTokenId: 'mt_1' }],
    [{ m2mTokenId: 'mt_1', revocationReason: 'lost', machineSecretKey: 'ak_2' }],
  ],
  'm2m.verify': [[{ token: 'mt_secret' }], [{ token: 'mt_secret', machineSecretKey: 'ak_2' }]],
  'organizations.getOrganization': [
    [{ organizationId: 'org_1' }],
    [{ slug: 'engines', includeMembersCount: true }],
  ],
  'organizations.updateOrganization': [
    ['org_1', { name: 'Engines', maxAllowedMemberships: 0 }],
    ['org_1', { publicMetadata: { snake_key: 1, camelKey: { deepKey: 2 } } }],
    ['org_1', { name: 'Engines', privateMetadata: { a: null } }],
  ],
  // The method of @clerk/backend takes no arguments.
  'redirectUrls.getRedirectUrlList': [[]],
  'sessions.getToken': [['sess_1'], ['sess_1', 'template'], ['sess_1', 'template', 60], ['sess_1', '', 60]],
  'sessions.refreshSession': [
    ['sess_1', refresh({ format: 'token', suffixed_cookies: true })],
    ['sess_1', refresh({ format: 'cookie', request_originating_ip: '192.0.2.1' })],
  ],
  'sessions.verifySession': [['sess_1', 'token']],
  'users.getUserList': [
    [],
    [{ userId: ['user_1', '-user_2'], query: 'ada', limit: 20, offset: 40, orderBy: '+created_at' }],
  ],
  'users.getUserOauthAccessToken': [
    ['user_1', 'google'],
    ['user_1', 'oauth_google'],
  ],
  'users.updateUser': [
    ['user_1'],
    ['user_1', { firstName: 'Ada', primaryEmailAddressID: 'idn_1', createdAt: new Date(1.7e12) }],
    ['user_1', { publicMetadata: { snake_key: 1 }, unsafeMetadata: { camelKey: null } }],
    ['user_1', { lastName: 'Lovelace', privateMetadata: {} }],
  ],
  '__experimental_accountlessApplications.createAccountlessApplication': [
    [],
    [{ source: 'nest', requestHeaders: new Headers({ 'x-forwarded-host': 'example.test' }) }],
  ],
  '__experimental_accountlessApplications.completeAccountlessApplicationOnboarding': [[{ source: 'nest' }]],
};

const EMAIL = {
  object: 'email',
  id: 'email_1',
  from_email_name: 'noreply',
  email_address_id: null,
  to_email_address: 'a@example.test',
  subject: 'Hello',
  body: '<p>Hello</p>',
  body_plain: 'Hello',
  status: 'queued',
  slug: null,
  data: { snake_key: 1 },
  delivered_by_clerk: true,
  user_id: 'user_1',
  suppression_reason: null,
};
const ACCOUNTLESS = {
  object: 'accountless_application',
  publishable_key: 'pk_1',
  secret_key: 'sk_1',
  claim_url: 'https://example.test/claim',
  api_keys_url: 'https://example.test/keys',
};

/** The response to a route that is not in the document. */
export const OTHER_ANSWERS: Record<string, unknown> = {
  'POST /v1/beta_features/change_domain': undefined,
  'GET /v1/clients/handshake_payload': { directives: ['__session=x; Path=/'] },
  'POST /v1/email': EMAIL,
  'GET /v1/email/email_1': EMAIL,
  'POST /v1/email/batch': [
    { index: 0, email: EMAIL, status_code: 200 },
    {
      index: 1,
      errors: [{ code: 'bad', message: 'no', long_message: 'No', meta: { param_name: 'to' } }],
      status_code: 429,
      retry_after_seconds: 3,
    },
  ],
  'DELETE /v1/invitations/inv_1': { object: 'invitation', id: 'inv_1', deleted: true },
  'POST /v1/accountless_applications': ACCOUNTLESS,
  'POST /v1/accountless_applications/complete': ACCOUNTLESS,
};

function mail(to: object) {
  return {
    to,
    from: { address: 'me@example.test', name: 'Me' },
    replyTo: { address: 'reply@example.test' },
    subject: 'Hello',
    html: '<p>Hello</p>',
    headers: { 'X-Some-Header': '1' },
    attachments: [{ filename: 'a.txt', content: 'YQ==' }],
  };
}

function refresh(more: object) {
  return {
    expired_token: 'old.token',
    refresh_token: 'refresh',
    request_origin: 'https://example.test',
    request_headers: { 'x-forwarded-host': ['example.test'], userAgent: ['x'] },
    ...more,
  };
}

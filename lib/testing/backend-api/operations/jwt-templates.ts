import { importPKCS8 } from 'jose';

import { apiError, parameterError, parametersInvalid } from '../../api-errors.js';
import type { BackendApiCalls } from '../../generated/calls.js';
import type { BackendApiHandlers } from '../handlers.js';
import { pageOf } from '../lists.js';

type TemplateParams = BackendApiCalls['CreateJWTTemplate']['body'];

/** Clerk sets these itself. @see https://clerk.com/docs/guides/sessions/jwt-templates */
const RESERVED_CLAIMS = ['azp', 'exp', 'iat', 'iss', 'jti', 'nbf', 'sub'];
const ALGORITHMS = [
  ...['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512'],
  ...['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512'],
];
const DEFAULT_LIFETIME = 60;
const DEFAULT_CLOCK_SKEW = 5;

export const JWT_TEMPLATES: BackendApiHandlers = {
  ListJWTTemplates: ({ query }, { store }) => pageOf(store.jwtTemplates.records.list(), query),

  CreateJWTTemplate: async ({ body }, { store }) => {
    await rejectInvalid(body);
    return store.jwtTemplates.records.add({
      name: body.name,
      claims: body.claims,
      lifetime: body.lifetime ?? DEFAULT_LIFETIME,
      allowedClockSkew: body.allowedClockSkew ?? DEFAULT_CLOCK_SKEW,
      customSigningKey: body.customSigningKey ?? false,
      signingAlgorithm: body.signingAlgorithm ?? 'RS256',
      signingKey: body.signingKey ?? null,
    });
  },

  GetJWTTemplate: ({ path }, { store }) => store.jwtTemplates.records.get(path.templateId),

  UpdateJWTTemplate: async ({ path, body }, { store }) => {
    await rejectInvalid(body);
    const { id } = store.jwtTemplates.records.get(path.templateId);
    return store.jwtTemplates.records.update(id, {
      name: body.name,
      claims: body.claims,
      lifetime: body.lifetime ?? undefined,
      allowedClockSkew: body.allowedClockSkew ?? undefined,
      customSigningKey: body.customSigningKey ?? undefined,
      signingAlgorithm: body.signingAlgorithm ?? undefined,
      signingKey: body.signingKey,
    });
  },

  DeleteJWTTemplate: ({ path }, { store }) => {
    const { id } = store.jwtTemplates.records.delete(path.templateId);
    return { object: 'jwt_template', id, deleted: true };
  },
};

async function rejectInvalid(params: TemplateParams): Promise<void> {
  const { claims, customSigningKey, signingKey, signingAlgorithm } = params;
  const reserved = Object.keys(claims).find(claim => RESERVED_CLAIMS.includes(claim));
  if (reserved !== undefined) {
    const longMessage = `You can't use the reserved claim: '${reserved}'`;
    throw apiError(400, 'jwt_template_reserved_claim', 'reserved claim used', longMessage);
  }
  if (customSigningKey === true) {
    const missing = [
      ...(signingKey == null ? ['signing_key'] : []),
      ...(signingAlgorithm == null ? ['signing_algorithm'] : []),
    ];
    const problem = 'is required when custom_signing_key is true';
    if (missing.length > 0) {
      throw parametersInvalid(
        ...missing.map(name => parameterError('form_conditional_param_missing', name, problem)),
      );
    }
  }
  if (signingAlgorithm != null && !ALGORITHMS.includes(signingAlgorithm)) {
    const problem = `must be one of ${ALGORITHMS.join(', ')}`;
    throw parametersInvalid(parameterError('form_param_value_invalid', 'signing_algorithm', problem));
  }
  if (signingKey != null) await rejectUnusableKey(signingKey, signingAlgorithm ?? 'RS256');
}

async function rejectUnusableKey(signingKey: string, algorithm: string): Promise<void> {
  try {
    if (!algorithm.startsWith('HS')) await importPKCS8(signingKey, algorithm);
  } catch {
    const problem = `must be a private key for ${algorithm} as PKCS #8 PEM`;
    throw parametersInvalid(parameterError('form_param_value_invalid', 'signing_key', problem));
  }
}

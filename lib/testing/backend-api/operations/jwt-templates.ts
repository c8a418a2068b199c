import { apiError, parameterError, parametersInvalid } from '../../api-errors.js';
import type { BackendApiCalls } from '../../generated/calls.js';
import type { BackendApiHandlers } from '../handlers.js';
import { pageOf } from '../lists.js';

type TemplateParams = BackendApiCalls['CreateJWTTemplate']['body'];

/** Clerk sets these itself. @see https://clerk.com/docs/guides/sessions/jwt-templates */
const RESERVED_CLAIMS = ['azp', 'exp', 'iat', 'iss', 'jti', 'nbf', 'sub'];
const DEFAULT_LIFETIME = 60;
const DEFAULT_CLOCK_SKEW = 5;

export const JWT_TEMPLATES: BackendApiHandlers = {
  ListJWTTemplates: ({ query }, { store }) => pageOf(store.jwtTemplates.records.list(), query),

  CreateJWTTemplate: ({ body }, { store }) => {
    rejectInvalid(body);
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

  UpdateJWTTemplate: ({ path, body }, { store }) => {
    rejectInvalid(body);
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

function rejectInvalid({ claims, customSigningKey, signingKey, signingAlgorithm }: TemplateParams): void {
  const reserved = Object.keys(claims).find(claim => RESERVED_CLAIMS.includes(claim));
  if (reserved !== undefined) {
    const longMessage = `You can't use the reserved claim: '${reserved}'`;
    throw apiError(400, 'jwt_template_reserved_claim', 'reserved claim used', longMessage);
  }
  if (customSigningKey !== true) return;
  const missing = [
    ...(signingKey == null ? ['signing_key'] : []),
    ...(signingAlgorithm == null ? ['signing_algorithm'] : []),
  ];
  if (missing.length === 0) return;
  const problem = 'is required when custom_signing_key is true';
  throw parametersInvalid(
    ...missing.map(name => parameterError('form_conditional_param_missing', name, problem)),
  );
}

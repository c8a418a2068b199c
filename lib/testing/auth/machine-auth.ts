import type { AuthenticatedMachineObject } from '../../authorization/auth-object.js';
import { authenticatedMachineObject } from '../../authorization/machine-auth-object.js';
import type { VerifiedMachineToken } from '../../authorization/machine-auth-object.js';
import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import type { MachineTokenType } from '../../tokens/token-type.js';

/** The parameters of {@link machineAuth} for every type of token. */
export interface MachineAuthParams {
  /** The id of the token. Default: `ak_test`, `mt_test` or `oat_test`. */
  id?: string;
  /** The scopes that `@Protect({ scopes })` checks. Default: none. */
  scopes?: readonly string[];
}

/** The parameters of {@link machineAuth} for an API key of a user or of an organization, by default of `user_test`. */
export interface ApiKeyAuthParams extends MachineAuthParams {
  userId?: string;
  orgId?: string;
  name?: string;
  claims?: Readonly<Record<string, unknown>> | null;
}

/** The parameters of {@link machineAuth} for an M2M token. */
export interface M2MTokenAuthParams extends MachineAuthParams {
  /** Default: `mch_test`. */
  machineId?: string;
  claims?: Readonly<Record<string, unknown>> | null;
}

/** The parameters of {@link machineAuth} for an OAuth access token. */
export interface OAuthTokenAuthParams extends MachineAuthParams {
  /** Default: `user_test`. */
  userId?: string;
  /** Default: `client_test`. */
  clientId?: string;
}

/** The parameters of {@link machineAuth} by the type of token. */
export interface MachineAuthParamsByType {
  api_key: ApiKeyAuthParams;
  m2m_token: M2MTokenAuthParams;
  oauth_token: OAuthTokenAuthParams;
}

/**
 * Builds the auth object of a program with a valid machine token, for unit tests.
 *
 * The code that builds it from a verified token in production builds it here too. As in production, `has()` is always
 * `false`: read scopes from `auth.scopes`, and require them with `@Protect({ scopes })`.
 *
 * @throws {@link ClerkConfigurationError} `option_invalid` for an unknown type, and for an API key of two owners
 *
 * @example
 * ```ts
 * const auth = machineAuth('api_key', { orgId: 'org_acme', scopes: ['invoices:read'] });
 * expect(controller.export(auth)).toEqual([]);
 * ```
 *
 * @see https://clerk.com/docs/guides/development/machine-auth/overview
 */
export function machineAuth<Type extends MachineTokenType>(
  tokenType: Type,
  params: MachineAuthParamsByType[Type] = {},
): AuthenticatedMachineObject<Type> {
  const token = TOKENS[tokenType] as ((params: MachineAuthParamsByType[Type]) => StubToken) | undefined;
  if (!token) throw invalid('the type is `api_key`, `m2m_token` or `oauth_token`');
  const { secret, ...verified } = token(params);
  const { id = verified.id, scopes = [] } = params;
  const debug = (): Record<string, unknown> => ({ status: 'signed-in', reason: null, tokenType });
  const auth = authenticatedMachineObject(tokenType, secret, { ...verified, id, scopes: [...scopes] }, debug);
  return auth as AuthenticatedMachineObject<Type>;
}

interface StubToken extends Omit<VerifiedMachineToken, 'scopes'> {
  /** What `getToken()` resolves to. */
  readonly secret: string;
}

const TOKENS: { readonly [Type in MachineTokenType]: (params: MachineAuthParamsByType[Type]) => StubToken } =
  {
    api_key: ({ userId, orgId, name = 'test', claims = null }) => {
      if (userId !== undefined && orgId !== undefined) throw invalid('an API key has one owner');
      return { secret: 'ak_test', id: 'ak_test', subject: orgId ?? userId ?? 'user_test', name, claims };
    },
    m2m_token: ({ machineId = 'mch_test', claims = null }) => {
      return { secret: 'mt_test', id: 'mt_test', subject: machineId, claims };
    },
    oauth_token: ({ userId = 'user_test', clientId = 'client_test' }) => {
      return { secret: 'oat_test', id: 'oat_test', subject: userId, clientId };
    },
  };

function invalid(why: string): ClerkConfigurationError {
  return new ClerkConfigurationError('option_invalid', `machineAuth() cannot build this: ${why}.`);
}

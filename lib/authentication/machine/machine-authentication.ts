import type { VerifiedMachineToken } from '../../authorization/machine-auth-object.js';
import { isClerkAPIResponseError } from '../../errors/clerk-api-response-error.js';
import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { TokenVerificationError } from '../../errors/token-verification-error.js';
import { checkOAuthAudience } from '../../tokens/claim-checks.js';
import { jsonExtent, MAX_DEPTH_OF_CLAIMS } from '../../tokens/json-extent.js';
import { opaqueMachineTokenType } from '../../tokens/machine-token.js';
import type { MachineTokenType } from '../../tokens/token-type.js';
import { signedInMachine, signedOut } from '../results.js';
import type { AuthenticationResult } from '../authentication-result.js';
import { verifyMachineJwt } from './machine-jwt.js';
import type { MachineTokenRejection } from './machine-jwt.js';
import { isOutage } from './verification-unavailable.js';
import type { RequestContext } from '../request/request-context.js';

/**
 * Authenticates by a machine token: an opaque one by a call to the Backend API, a JWT by its signature.
 *
 * @see https://clerk.com/docs/guides/development/machine-auth/overview
 */
export async function authenticateMachineToken(
  context: RequestContext,
  tokenType: MachineTokenType,
  token: string,
): Promise<AuthenticationResult> {
  const verified = opaqueMachineTokenType(token)
    ? withoutDeepClaims(await verifyOpaqueToken(context, tokenType, token))
    : await verifyMachineJwt(context, tokenType, token);
  if (!('reason' in verified)) return signedInMachine(context, tokenType, token, verified);

  const { setup } = context.instance;
  if (verified === NO_KEY_CONFIGURED || verified.reason === 'jwk-local-missing') setup.missingKey(tokenType);
  else if (verified.reason === 'secret-key-invalid') setup.rejectedSecretKey(tokenType);
  const message = `${verified.message} (code=${verified.reason})`;
  return signedOut(context, verified.reason, message, { tokenType });
}

async function verifyOpaqueToken(
  { instance: { remote, requirements } }: RequestContext,
  tokenType: MachineTokenType,
  token: string,
): Promise<VerifiedMachineToken | MachineTokenRejection> {
  try {
    switch (tokenType) {
      case 'api_key':
        return await remote.verifyApiKey(token);
      case 'm2m_token':
        return await remote.verifyM2MToken(token);
      case 'oauth_token': {
        const verified = await remote.verifyOAuthToken(token);
        return checkOAuthAudience(verified.aud, requirements) ?? verified;
      }
    }
  } catch (error) {
    return rejectionFrom(error);
  }
}

/** As for a JWT: the claims of API keys and M2M tokens are whatever their creator stored. */
function withoutDeepClaims(
  verified: VerifiedMachineToken | MachineTokenRejection,
): VerifiedMachineToken | MachineTokenRejection {
  if (jsonExtent(verified).depth <= MAX_DEPTH_OF_CLAIMS) return verified;
  return {
    reason: 'token-invalid',
    message: `The claims of the token are nested more than ${MAX_DEPTH_OF_CLAIMS} levels deep.`,
  };
}

/** A service may be without the secret key, to verify tokens that need none. */
const NO_KEY_CONFIGURED: MachineTokenRejection = {
  reason: 'secret-key-invalid',
  message: 'The token cannot be verified: the key of this application for the Backend API is not set.',
};

function rejectionFrom(error: unknown): MachineTokenRejection {
  if (error instanceof ClerkConfigurationError && error.code === 'secret_key_missing')
    return NO_KEY_CONFIGURED;
  if (error instanceof TokenVerificationError)
    return { reason: 'token-verification-failed', message: error.message };
  if (isOutage(error)) {
    return { reason: 'backend-api-unavailable', message: 'The Backend API could not verify the token.' };
  }
  switch (isClerkAPIResponseError(error) ? error.status : undefined) {
    case 401:
      return { reason: 'secret-key-invalid', message: 'The Backend API rejected the secret key.' };
    case 404:
      return { reason: 'token-invalid', message: 'There is no such token.' };
    default:
      return { reason: 'unexpected-error', message: 'The Backend API could not verify the token.' };
  }
}

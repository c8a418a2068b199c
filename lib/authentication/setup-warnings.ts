import type { TokenRejection } from '../errors/token-verification-error.js';
import type { DecodedJwt, UnverifiedClaims } from '../tokens/jwt.js';
import { TokenType } from '../tokens/token-type.js';
import { ExpiryPattern } from './expiry-pattern.js';
import type { TokenRequirements } from '../tokens/token-verifier.js';

/** What the warnings name as configured. */
export interface ConfiguredInstance {
  /** The host of the Frontend API in the publishable key; empty without a publishable key. */
  readonly frontendApi: string;
  /** The host of the Backend API. */
  readonly backendApi: string;
  /** Whether session tokens are verified with the option `jwtKey`. */
  readonly hasJwtKey: boolean;
}

/** Different issuers, or origins, that are logged of one kind. */
const MAX_VALUES_PER_KIND = 5;

const KEYS_PAGE = 'https://dashboard.clerk.com/~/api-keys';

const NAMES: { [Type in TokenType]: string } = {
  [TokenType.SessionToken]: 'A session token',
  [TokenType.ApiKey]: 'An API key',
  [TokenType.M2MToken]: 'An M2M token',
  [TokenType.OAuthToken]: 'An OAuth access token',
};

/**
 * Logs rejections that probably come from the setup and not from the client, each once: keys of different instances, an
 * origin that is not configured, a clock that is wrong, a secret key that Clerk rejects.
 *
 * Anyone can send a token with any content, so what is quoted is short and printable, and the number of warnings is
 * limited: a few for each kind as long as the process runs.
 */
export class SetupWarnings {
  readonly #warn: (message: string) => void;
  readonly #configured: ConfiguredInstance;
  readonly #logged = new Map<string, Set<string>>();
  readonly #expired = new ExpiryPattern();

  constructor(warn: (message: string) => void, configured: ConfiguredInstance) {
    this.#warn = warn;
    this.#configured = configured;
  }

  /**
   * Logs why a JWT was rejected if the setup is to blame.
   *
   * @param jwt - the token; its signature is valid only if the rejection concerns a claim
   */
  rejectedJwt(
    rejection: TokenRejection,
    { header, claims }: DecodedJwt,
    tokenType: TokenType,
    requirements: TokenRequirements,
  ): void {
    const name = NAMES[tokenType];
    switch (rejection.reason) {
      case 'jwk-kid-mismatch':
        if (typeof header.kid === 'string') this.#otherInstance(name, claims);
        return;
      case 'token-invalid-signature':
        if (this.#configured.hasJwtKey) this.#otherInstance(name, claims);
        return;
      case 'token-invalid-issuer':
        return this.#once(
          rejection.reason,
          quoted(claims.iss),
          issuer =>
            `${name} was issued by ${issuer}, and the option \`issuer\` is ${quotedList(requirements.issuer)}. Add that ` +
            'issuer, or remove the option: only the keys of your instance verify a token anyway.',
        );
      case 'token-invalid-authorized-parties':
        return this.#once(
          rejection.reason,
          quoted(claims.azp),
          origin =>
            `${name} was issued for the origin ${origin} (azp), and \`authorizedParties\` is ` +
            `${quotedList(requirements.authorizedParties)}. If that is your frontend, add its origin.`,
        );
      case 'token-not-active-yet':
      case 'token-iat-in-the-future':
        return this.#once(
          'clock',
          rejection.reason,
          () => `${name} comes from the future. ${rejection.message} ${SET_CLOCK}`,
        );
      case 'token-expired':
        if (tokenType === TokenType.SessionToken) this.#expiredToken(claims);
        return;
      case 'secret-key-invalid':
        return this.rejectedSecretKey(tokenType);
      case 'jwk-local-missing':
        return this.missingKey(tokenType);
      default:
    }
  }

  /** Logs that no key is set with which tokens of this type are verified. */
  missingKey(tokenType: TokenType): void {
    this.#once(
      'key-missing',
      tokenType,
      () =>
        `${NAMES[tokenType]} was rejected, since no key is set to verify it: this application has no secret key. Set \`secretKey\` ` +
        `(CLERK_SECRET_KEY), for session tokens \`jwtKey\` (CLERK_JWT_KEY), or for M2M tokens \`machineSecretKey\` ` +
        `(CLERK_MACHINE_SECRET_KEY): ${KEYS_PAGE}`,
    );
  }

  /** Logs that the Backend API rejects the secret key, with which tokens of this type are verified. */
  rejectedSecretKey(tokenType: TokenType): void {
    const key =
      tokenType === TokenType.M2MToken
        ? '`machineSecretKey` (CLERK_MACHINE_SECRET_KEY), or the secret key if that is unset,'
        : 'the secret key (option `secretKey`, CLERK_SECRET_KEY),';
    const tokens = `${NAMES[tokenType].replace(/^An? /, '')}s`;
    this.#once(
      'secret-key-invalid',
      tokenType,
      () =>
        `The Backend API at ${this.#configured.backendApi} rejects ${key} so ${tokens} cannot be verified. Set it to a ` +
        `key of your instance: ${KEYS_PAGE}`,
    );
  }

  #otherInstance(name: string, { iss }: UnverifiedClaims): void {
    const { frontendApi, hasJwtKey } = this.#configured;
    const own = frontendApi && `https://${frontendApi}`;
    const [option, variable] = hasJwtKey ? ['jwtKey', 'CLERK_JWT_KEY'] : ['secretKey', 'CLERK_SECRET_KEY'];
    this.#once('other-instance', quoted(iss), issuer =>
      iss === own
        ? `${name} of this instance (${own}) is not signed with a key of \`${option}\`: \`${option}\` (${variable}) and ` +
          `\`publishableKey\` (CLERK_PUBLISHABLE_KEY) are of different instances. Copy both again: ${KEYS_PAGE}`
        : `${name} names ${issuer} as its issuer, and this application is configured for ${own || 'another instance'}: the ` +
          `frontend and this application use keys of different Clerk instances. Set CLERK_PUBLISHABLE_KEY and ${variable} to ` +
          `the keys of the instance that the frontend uses: ${KEYS_PAGE}`,
    );
  }

  /** Clients that come back after a while send expired tokens too: only a pattern points to the clock. */
  #expiredToken(claims: UnverifiedClaims): void {
    const seconds = this.#expired.add(claims);
    if (seconds === undefined) return;
    this.#once(
      'clock',
      'token-expired',
      () =>
        `The last session tokens had all expired when they were received, some ${seconds} s after they were issued. ${SET_CLOCK}`,
    );
  }

  #once(kind: string, value: string, message: (value: string) => string): void {
    let values = this.#logged.get(kind);
    if (!values) this.#logged.set(kind, (values = new Set()));
    if (values.has(value) || values.size >= MAX_VALUES_PER_KIND) return;
    values.add(value);
    this.#warn(message(value));
  }
}

const SET_CLOCK =
  'The clock of this machine is probably wrong: synchronize it (NTP). Small differences are tolerated by `clockSkewInMs`.';

const MAX_QUOTED_LENGTH = 100;

/** A claim in a form that can be logged, whatever it holds. */
function quoted(claim: unknown): string {
  if (claim === undefined) return '(none)';
  if (typeof claim !== 'string') return '(not a string)';
  const printable = claim.slice(0, MAX_QUOTED_LENGTH).replace(/[^\x21-\x7e]/g, '?');
  return claim.length > MAX_QUOTED_LENGTH ? `${printable}…` : printable;
}

function quotedList(configured: string | readonly string[] | undefined): string {
  return [configured ?? []].flat().join(', ') || 'empty';
}

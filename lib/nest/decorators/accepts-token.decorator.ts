import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { TokenType } from '../../tokens/token-type.js';
import { routeDecorator } from '../rules/route-decorator.js';

/**
 * Sets which types of token a route or a controller accepts. Without it, routes accept session tokens only.
 *
 * {@link ClerkAuthGuard}, {@link Protect} and the parameter decorators follow it. A handler takes precedence over its
 * controller.
 *
 * @param accepted - one or more token types, a list of them, or `'any'`
 * @throws {@link ClerkConfigurationError} `option_invalid`, when the file is loaded, for anything else
 *
 * @example
 * ```ts
 * @Get('export')
 * @UseGuards(ClerkAuthGuard)
 * @AcceptsToken('api_key', 'session_token')
 * export(@Auth() auth: AuthenticatedMachineObject<'api_key'> | SignedInAuth) {
 *   return this.exports.of(auth.userId);
 * }
 * ```
 *
 * @see https://clerk.com/docs/guides/development/verifying-api-keys
 */
export const AcceptsToken = (
  ...accepted: [TokenType, ...TokenType[]] | ['any'] | [readonly TokenType[]]
): ClassDecorator & MethodDecorator => {
  const tokenTypes: readonly (TokenType | 'any')[] = accepted.flat();
  const known: unknown[] = ['any', ...Object.values(TokenType)];
  if (tokenTypes.length === 0 || !tokenTypes.every(tokenType => known.includes(tokenType))) {
    throw new ClerkConfigurationError(
      'option_invalid',
      `@AcceptsToken() takes one or more of ${Object.values(TokenType).join(', ')}, or any.`,
    );
  }
  const machineOrSession = tokenTypes.filter(tokenType => tokenType !== 'any');
  const [only, second] = machineOrSession;
  const acceptsAny = machineOrSession.length < tokenTypes.length;
  const acceptsToken = acceptsAny ? 'any' : only && !second ? only : machineOrSession;
  return routeDecorator('acceptsToken', () => acceptsToken);
};

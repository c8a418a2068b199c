import { Inject, Injectable } from '@nestjs/common';

import type {
  AuthObject,
  AuthObjectFor,
  InvalidTokenAuthObject,
  SessionAuthObject,
} from '../../authorization/auth-object.js';
import type { PendingSessionOptions } from '../../authentication/authentication-result.js';
import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { authOf } from '../../express/get-auth.js';
import type { GetAuthOptions } from '../../express/get-auth.js';
import type { TokenType } from '../../tokens/token-type.js';
import { CLERK_CONFIGURATION } from '../configuration/clerk-configuration.js';
import type { ClerkConfiguration } from '../configuration/clerk-configuration.js';
import { UnauthenticatedException } from '../exceptions/unauthenticated.exception.js';
import { connectionFrom } from './connections.js';
import type { CallerConnection } from './connections.js';
import { connectionOfOperation } from './graphql.js';
import { webSocketError } from './transport-error.js';
import { originOfClient } from './web-socket.js';

/**
 * Identifies the client of a WebSocket connection, and renews its token.
 *
 * A session token expires after a minute, a connection stays open for hours: clients send a new token in time. It works
 * for gateways, and for GraphQL subscriptions with the context of an operation in place of the client.
 *
 * @example
 * ```ts
 * @WebSocketGateway()
 * @UseGuards(ClerkAuthGuard)
 * export class ChatGateway implements OnGatewayConnection {
 *   constructor(private readonly connections: ClerkConnections) {}
 *
 *   // Nest runs no guard here.
 *   async handleConnection(client: Socket) {
 *     const { userId } = await this.connections.getAuth(client);
 *     if (userId) await client.join(userId);
 *     else client.disconnect();
 *   }
 *
 *   @Public()
 *   @SubscribeMessage('renew')
 *   async renew(@ConnectedSocket() client: Socket, @MessageBody() token: string) {
 *     await this.connections.renew(client, token);
 *     return true;
 *   }
 * }
 * ```
 *
 * @example
 * ```ts
 * // GraphQL: a client sends this mutation over the connection of its subscriptions.
 * @Public()
 * @Mutation(() => Boolean)
 * async renew(@Context() context: object, @Args('token') token: string) {
 *   await this.connections.renew(context, token);
 *   return true;
 * }
 * ```
 *
 * @see https://clerk.com/docs/guides/sessions/session-tokens
 */
@Injectable()
export class ClerkConnections {
  constructor(@Inject(CLERK_CONFIGURATION) private readonly configuration: ClerkConfiguration) {}

  /**
   * Returns the auth object of a connection, as `getAuth(req)` does for a request. It is signed out after the token has
   * expired.
   *
   * In `handleConnection()`, Nest catches no errors: if `requestOptions` may fail, catch them there.
   *
   * @param client - a client of socket.io or `ws`, as a gateway gets it, or the context of a GraphQL operation
   * @param options - the accepted types of token, and whether a pending session counts
   * @returns the auth object
   * @throws {@link ClerkConfigurationError} `connection_unknown` if the request that opened the connection is unknown
   *
   * @example
   * ```ts
   * const { userId } = await connections.getAuth(client);
   * ```
   */
  getAuth<const Types extends readonly TokenType[]>(
    client: object,
    options: GetAuthOptions & { acceptsToken: Types },
  ): Promise<AuthObjectFor<Types[number]> | InvalidTokenAuthObject>;
  getAuth<Type extends TokenType>(
    client: object,
    options: GetAuthOptions & { acceptsToken: Type },
  ): Promise<AuthObjectFor<Type>>;
  getAuth(client: object, options: GetAuthOptions & { acceptsToken: 'any' }): Promise<AuthObject>;
  getAuth(
    client: object,
    options?: PendingSessionOptions & { acceptsToken?: undefined },
  ): Promise<SessionAuthObject>;
  getAuth(client: object, options?: GetAuthOptions): Promise<AuthObject>;
  async getAuth(client: object, options: GetAuthOptions = {}): Promise<AuthObject> {
    const acceptsToken = options.acceptsToken ?? 'session_token';
    return authOf(await this.connectionOf(client).record(acceptsToken), options);
  }

  /**
   * Replaces the token of a connection by one of the same user or machine, or by any valid one if the connection was
   * never signed in.
   *
   * Any other token is rejected, and the connection keeps the one that it has. The handler that takes the token must be
   * {@link Public}, or the guard rejects it once the token has expired.
   *
   * @param client - a client of socket.io or `ws`, as a gateway gets it, or the context of a GraphQL operation
   * @param token - the value that the client sent, with or without `Bearer`
   * @returns the auth object, of any type of token
   * @throws `WsException`, or {@link UnauthenticatedException} for GraphQL, with the code `UNAUTHENTICATED` and a reason:
   *   that of the rejected token, or `subject-mismatch` for a token of another user
   * @throws {@link ClerkConfigurationError} `connection_unknown` if the request that opened the connection is unknown
   *
   * @example
   * ```ts
   * @Public()
   * @SubscribeMessage('renew')
   * async renew(@ConnectedSocket() client: Socket, @MessageBody() token: string) {
   *   await this.connections.renew(client, token);
   *   return true;
   * }
   * ```
   */
  async renew(client: object, token: string): Promise<AuthObject> {
    const record = await this.connectionOf(client).renew(token);
    const { status, reason } = record.result;
    if (status !== 'signed-in') {
      const exception = new UnauthenticatedException(reason ?? status);
      throw connectionOfOperation(client) ? exception : await webSocketError(exception);
    }
    return authOf(record, { acceptsToken: 'any' });
  }

  private connectionOf(client: object): CallerConnection {
    const origin = connectionOfOperation(client) ?? originOfClient(client);
    if (!origin) throw connectionUnknown();
    return connectionFrom(origin, () => this.configuration);
  }
}

function connectionUnknown(): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'connection_unknown',
    'The request that opened the connection of this client is unknown. Pass a client as gateways get it, or the context ' +
      "of a GraphQL operation that came over a WebSocket. A WebSocket adapter of your own must extend one of Nest's and " +
      'call `super.bindClientConnect()`, or set `client.request`.',
  );
}

import { Inject, Injectable } from '@nestjs/common';

import type {
  AuthObject,
  AuthObjectFor,
  InvalidTokenAuthObject,
  SessionAuthObject,
} from '../../authorization/auth-object.js';
import type { PendingSessionOptions } from '../../authentication/authentication-result.js';
import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import type { Connection } from '../../authentication/connection/connection.js';
import { authOf } from '../../express/get-auth.js';
import type { GetAuthOptions } from '../../express/get-auth.js';
import type { TokenType } from '../../tokens/token-type.js';
import { CLERK_CONFIGURATION } from '../configuration/clerk-configuration.js';
import type { ClerkConfiguration } from '../configuration/clerk-configuration.js';
import { UnauthenticatedException } from '../exceptions/unauthenticated.exception.js';
import { connectionFrom } from './connections.js';
import { webSocketError } from './transport-error.js';
import { originOfClient } from './web-socket.js';

/**
 * Tells who is at the other end of a WebSocket, and lets a connection go on when its token has expired.
 *
 * A session token lives for a minute, a connection for hours: have the client send a fresh one in time.
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
 * @see https://clerk.com/docs/guides/sessions/session-tokens
 */
@Injectable()
export class ClerkConnections {
  constructor(@Inject(CLERK_CONFIGURATION) private readonly configuration: ClerkConfiguration) {}

  /**
   * Tells who is at the other end of a connection, as `getAuth(req)` does for a request. Nobody is when its token has
   * expired.
   *
   * In `handleConnection()`, Nest does not catch what is thrown: where `requestOptions` may fail, catch it there.
   *
   * @param client - a client of socket.io or `ws`, as a gateway gets it
   * @param options - which kinds of token to accept, and whether a pending session counts
   * @returns the auth object
   * @throws {@link ClerkConfigurationError} `connection_unknown` when it is not known how the client connected
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
    return authOf(await this.connectionOf(client).record(), options);
  }

  /**
   * Has a connection go on with a fresh token: of the same user or machine, or of anybody if nobody was signed in.
   *
   * Any other token is refused, and the connection goes on with the one that it has. A handler that takes the token must
   * not be guarded, or it is closed when it is needed: see {@link Public}.
   *
   * @param client - a client of socket.io or `ws`, as a gateway gets it
   * @param token - what the client sent, with or without `Bearer`
   * @returns the auth object, of whatever kind of token
   * @throws `WsException` with the code `UNAUTHENTICATED` and a reason: that of the refused token, or `subject-mismatch`
   *   for somebody else's
   * @throws {@link ClerkConfigurationError} `connection_unknown` when it is not known how the client connected
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
    if (status !== 'signed-in') throw await webSocketError(new UnauthenticatedException(reason ?? status));
    return authOf(record, { acceptsToken: 'any' });
  }

  private connectionOf(client: object): Connection {
    const origin = originOfClient(client);
    if (!origin) throw connectionUnknown();
    return connectionFrom(origin, () => this.configuration);
  }
}

function connectionUnknown(): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'connection_unknown',
    'It is not known which request opened the connection of this client. Pass a client as gateways get it. A WebSocket ' +
      "adapter of your own extends one of Nest's and calls `super.bindClientConnect()`, or sets `client.request`.",
  );
}

import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { WsResponse } from '@nestjs/websockets';
import { Auth, ClerkConnections, CurrentUser, Protect, Public } from 'nest-clerk';
import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Socket } from 'socket.io';

import type { Message } from './message.js';
import { Messages } from './messages.js';

/** The same for socket.io: the token comes in `auth`, in the `Authorization` header or in a cookie. */
@WebSocketGateway()
@Protect({ role: ['org:admin', 'org:member'] })
export class MessagesGateway {
  constructor(
    private readonly messages: Messages,
    private readonly connections: ClerkConnections,
  ) {}

  @SubscribeMessage('post')
  post(
    @MessageBody() text: string,
    @Auth('orgId') organizationId: string,
    @CurrentUser('fullName') author: string,
  ): WsResponse<Message> {
    return { event: 'posted', data: this.messages.post(organizationId, { author, text }) };
  }

  @SubscribeMessage('clear')
  @Protect({ role: 'org:admin' })
  clear(@Auth('orgId') organizationId: string): WsResponse<number> {
    return { event: 'cleared', data: this.messages.clear(organizationId) };
  }

  /** Public, because it is called after the token has expired. It accepts tokens of the same user only. */
  @SubscribeMessage('renew')
  @Public()
  async renew(
    @ConnectedSocket() client: Socket,
    @MessageBody() token: string,
  ): Promise<WsResponse<string | null>> {
    await this.connections.renew(client, token);
    const { userId } = await this.connections.getAuth(client);
    return { event: 'renewed', data: userId };
  }

  @SubscribeMessage('follow')
  follow(@Auth('orgId') organizationId: string): Observable<WsResponse<Message>> {
    return this.messages.follow(organizationId).pipe(map(data => ({ event: 'message', data })));
  }
}

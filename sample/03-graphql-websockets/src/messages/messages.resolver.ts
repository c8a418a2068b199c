import { Args, Int, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { Auth, CurrentUser, Protect } from 'nest-clerk';

import { asyncIteratorOf } from './async-iterator-of.js';
import { Message } from './message.js';
import { Messages } from './messages.js';

/** Over HTTP a token comes in the `Authorization` header or a cookie, over graphql-ws in `connectionParams` too. */
@Resolver(() => Message)
@Protect({ role: ['org:admin', 'org:member'] })
export class MessagesResolver {
  constructor(private readonly messages: Messages) {}

  @Query(() => [Message], { name: 'messages' })
  list(@Auth('orgId') organizationId: string) {
    return this.messages.of(organizationId);
  }

  @Mutation(() => Message)
  postMessage(
    @Args('text') text: string,
    @Auth('orgId') organizationId: string,
    @CurrentUser('fullName') author: string,
  ) {
    return this.messages.post(organizationId, { author, text });
  }

  @Mutation(() => Int)
  @Protect({ role: 'org:admin' })
  clearMessages(@Auth('orgId') organizationId: string) {
    return this.messages.clear(organizationId);
  }

  @Subscription(() => Message, { resolve: (message: Message) => message })
  followMessages(@Auth('orgId') organizationId: string) {
    return asyncIteratorOf(this.messages.follow(organizationId));
  }
}

import { UseGuards } from '@nestjs/common';
import {
  Field,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
  Subscription,
} from '@nestjs/graphql';
import { AcceptsToken, Auth, ClerkAuthGuard, CurrentUser, Protect, Public } from 'nest-clerk';
import type { AuthObject, User } from 'nest-clerk';

@ObjectType()
class Account {
  @Field(() => String, { nullable: true })
  userId!: string | null;
}

/** The single event of a subscription, which is then complete. */
async function* once<T>(value: T): AsyncGenerator<T> {
  yield await Promise.resolve(value);
}

/** Public. */
@Resolver(() => Account)
export class OpenResolver {
  @Query(() => String, { nullable: true })
  userId(@Auth('userId') userId: string | null) {
    return userId;
  }

  @Query(() => String)
  auth(@Auth({ acceptsToken: 'any' }) auth: AuthObject) {
    return JSON.stringify(auth);
  }

  @Query(() => String, { nullable: true })
  firstName(@CurrentUser('firstName') firstName: string | null) {
    return firstName;
  }

  @Query(() => String, { nullable: true })
  email(@CurrentUser() user: User | null) {
    return user && user.primaryEmailAddress?.emailAddress;
  }

  @Query(() => Account)
  account(@Auth('userId') userId: string | null) {
    return { userId };
  }

  @ResolveField(() => String, { nullable: true })
  lastName(@Parent() _account: Account, @CurrentUser('lastName') lastName: string | null) {
    return lastName;
  }

  @Subscription(() => String, { nullable: true })
  userIdOnce(@Auth('userId') userId: string | null) {
    return once({ userIdOnce: userId });
  }
}

/** For signed-in users, unless a method says otherwise. */
@Resolver()
@UseGuards(ClerkAuthGuard)
export class GuardedResolver {
  @Query(() => String, { nullable: true })
  guarded(@Auth('userId') userId: string) {
    return userId;
  }

  @Query(() => String, { nullable: true })
  guardedToo(@Auth('sessionId') sessionId: string) {
    return sessionId;
  }

  @Query(() => String, { nullable: true })
  @Public()
  welcome(@Auth('userId') userId: string | null) {
    return `Welcome, ${userId ?? 'stranger'}`;
  }

  @Query(() => String, { nullable: true })
  @AcceptsToken('api_key', 'session_token')
  forPrograms(@Auth() auth: AuthObject) {
    return auth.tokenType;
  }

  @Query(() => String, { nullable: true })
  @AcceptsToken('api_key')
  @Protect({ scopes: 'orders:write' })
  forPrivilegedPrograms() {
    return 'orders';
  }

  @Query(() => String, { nullable: true })
  @Protect({ role: 'org:admin' })
  forAdmins() {
    return 'admins';
  }

  @Query(() => String, { nullable: true })
  @Protect({ reverification: 'strict' })
  forVerified() {
    return 'verified';
  }

  @Mutation(() => String, { nullable: true })
  @Protect({ role: 'org:admin' })
  rename() {
    return 'renamed';
  }

  @Subscription(() => String, { nullable: true })
  guardedOnce(@Auth('userId') userId: string, @CurrentUser('firstName') firstName: string | null) {
    return once({ guardedOnce: `${userId} ${firstName}` });
  }

  @Subscription(() => String, { nullable: true })
  @AcceptsToken('api_key', 'session_token')
  forProgramsOnce(@Auth() auth: AuthObject) {
    return once({ forProgramsOnce: auth.tokenType });
  }

  @Subscription(() => String, { nullable: true })
  @Protect({ role: 'org:admin' })
  forAdminsOnce() {
    return once({ forAdminsOnce: 'admins' });
  }
}

/** For administrators; some methods require more. */
@Resolver()
@Protect({ role: 'org:admin' })
export class AdminResolver {
  @Query(() => String, { nullable: true })
  statistics() {
    return 'statistics';
  }

  @Mutation(() => String, { nullable: true })
  @Protect({ permission: 'org:invoices:delete' })
  deleteInvoices() {
    return 'deleted';
  }
}

import { afterEach, expect, it } from '@jest/globals';
import { Controller, Get, Injectable, UseGuards } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Auth, ClerkAuthGuard, ClerkClient, Protect } from 'nest-clerk';
import { ClerkTestingModule, LocalClerk } from 'nest-clerk/testing';

@Injectable()
class Greeter {
  constructor(private readonly clerk: ClerkClient) {}

  async greet(userId: string): Promise<string> {
    return `Hello ${(await this.clerk.users.getUser(userId)).firstName}`;
  }
}

@Controller()
@UseGuards(ClerkAuthGuard)
class GreetingsController {
  constructor(private readonly greeter: Greeter) {}

  @Get('greeting')
  greeting(@Auth('userId') userId: string) {
    return this.greeter.greet(userId);
  }

  @Get('invoices')
  @Protect({ permission: 'org:invoices:read' })
  invoices() {
    return [];
  }
}

let app: INestApplication | undefined;

afterEach(() => app?.close());

it('ClerkTestingModule provides users, organizations and a client without Clerk', async () => {
  const moduleRef = await Test.createTestingModule({
    imports: [
      ClerkTestingModule.forRoot({
        users: [{ id: 'user_alice', firstName: 'Alice' }],
        organizations: [{ id: 'org_acme', name: 'Acme', members: [{ user: 'user_alice' }] }],
      }),
    ],
    controllers: [GreetingsController],
    providers: [Greeter],
  }).compile();
  app = moduleRef.createNestApplication();
  await app.listen(0);
  const url = await app.getUrl();
  const local = moduleRef.get(LocalClerk);
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/${path}`, { headers });
    return { status: response.status, text: await response.text() };
  };

  const { headers, cookies } = await local.signIn('user_alice', {
    organization: 'org_acme',
    permissions: ['org:invoices:read'],
  });

  expect(await get('greeting', { ...headers })).toEqual({ status: 200, text: 'Hello Alice' });
  expect(await get('greeting', { cookie: cookies })).toEqual({ status: 200, text: 'Hello Alice' });
  expect((await get('invoices', { ...headers })).status).toBe(200);
  expect((await get('invoices', { ...(await local.signIn('user_alice')).headers })).status).toBe(403);
  expect((await get('greeting')).status).toBe(401);
  expect(await moduleRef.get(Greeter).greet('user_alice')).toBe('Hello Alice');
});

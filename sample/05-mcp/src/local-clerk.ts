import { ClerkClient } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

export const PORT = Number(process.env.PORT ?? 3000);

/** What clients request tokens for: this application, with both of its MCP servers. */
export const RESOURCE = `http://localhost:${PORT}`;

/** A Clerk instance inside this process; with a Clerk account, none of this is needed. */
export const local = await LocalClerk.create({
  users: [
    { id: 'user_ada', firstName: 'Ada', lastName: 'Lovelace', emailAddress: ['ada@example.com'] },
    { id: 'user_bob', firstName: 'Bob', lastName: 'Frankston', emailAddress: ['bob@example.com'] },
  ],
});

// In the Clerk Dashboard: OAuth applications, dynamic client registration.
await new ClerkClient(local.keys).instance.updateOAuthApplicationSettings({
  dynamicOauthClientRegistration: true,
  oauthJwtAccessTokens: true,
});

/** The authorization server for MCP clients, and the sign-in and consent pages for their users. */
export const authorizationServer = await local.listen();

/** An access token as a client gets it, for the commands that the sample prints. */
export async function tokenOf(userId: string, scopes: string[], resource = RESOURCE): Promise<string> {
  const { token } = await local.oauthTokens.create({
    subject: userId,
    clientId: 'curl',
    scopes,
    audience: [resource],
    tokenFormat: 'jwt',
  });
  return token;
}

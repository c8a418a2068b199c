import { createClerkClient } from '@clerk/backend';
import type { LocalClerk } from 'nest-clerk/testing';

/** The result of @clerk/backend for a Bearer token: its own verifier, claim parser and auth object. */
export async function referenceAuth(local: LocalClerk, token: string, jwtKey = local.jwtKey) {
  const { secretKey, publishableKey } = local;
  const client = createClerkClient({ secretKey, publishableKey, telemetry: { disabled: true } });
  const request = new Request('https://app.example.com/', { headers: { authorization: `Bearer ${token}` } });
  return client.authenticateRequest(request, { jwtKey });
}

/** The signed-in auth object of @clerk/backend; fails the test if it is signed out. */
export async function signedInAuth(local: LocalClerk, token: string) {
  const state = await referenceAuth(local, token);
  const auth = state.toAuth();
  if (!auth?.userId) throw new Error(`signed out: ${state.reason}`);
  return auth;
}

/** The header or the payload of a JWT, unverified. */
export function decodePart(token: string, part: 'header' | 'payload'): Record<string, unknown> {
  const encoded = token.split('.')[part === 'header' ? 0 : 1] ?? '';
  return JSON.parse(Buffer.from(encoded, 'base64url').toString()) as Record<string, unknown>;
}

/** Calls the Backend API in process with the secret key. */
export async function call(local: LocalClerk, method: string, path: string, body?: unknown) {
  const response = await local.handle(
    new Request(`https://api.clerk.com${path}`, {
      method,
      headers: { authorization: `Bearer ${local.secretKey}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
  return { status: response.status, body: JSON.parse(await response.text()) };
}

/** Resets an instance to one user, `user_alice`. */
export function aliceAlone(local: LocalClerk): void {
  for (const user of local.users.list()) local.users.delete(user.id);
  local.users.create({
    id: 'user_alice',
    firstName: 'Alice',
    emailAddress: ['alice@example.com'],
    username: 'alice',
  });
}

/** The form of the Backend API's errors. */
export interface ErrorBody {
  errors: { code: string; meta: { param_name: string } }[];
}

/** The codes in an error response of the Backend API. */
export function errorCodes({ body }: { body: ErrorBody }): string[] {
  return body.errors.map(({ code }) => code);
}

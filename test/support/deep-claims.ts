import type { ClerkModuleOptions } from 'nest-clerk';
import type { LocalClerk } from 'nest-clerk/testing';

import { forgeJwt, STRANGER } from './forge.js';

/** As deep as the headers of a request allow. `JSON.stringify()` fails on such a value, so this is text. */
const DEEP_JSON = `${'['.repeat(5000)}${']'.repeat(5000)}`;

/** An instance whose key signs tokens that LocalClerk cannot make, and whose opaque machine tokens have deep claims. */
export function instanceWithDeepClaims({ keys }: LocalClerk): ClerkModuleOptions {
  return {
    ...keys,
    jwtKey: STRANGER.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    fetch: input => Promise.resolve(machineToken(new URL(String(input)).pathname)),
  };
}

/** A session token, valid but for the depth of a claim. */
export function deepSessionToken(claim: string): string {
  return deepJwt({ alg: 'RS256' }, { sub: 'user_alice', sid: 'sess_1' }, claim);
}

/** Machine tokens by their kind: JWTs, and opaque ones. */
export const DEEP_MACHINE_TOKENS: Record<string, () => string> = {
  'an API key': () => 'ak_deep',
  'an opaque M2M token': () => 'mt_deep',
  'an M2M token': () => deepJwt({ alg: 'RS256' }, { sub: 'mch_1' }, 'data'),
  'an OAuth token': () => deepJwt({ alg: 'RS256', typ: 'at+jwt' }, { sub: 'user_alice' }, 'act'),
};

function deepJwt(header: object, claims: object, claim: string): string {
  const now = Math.floor(Date.now() / 1000);
  const json = JSON.stringify({ ...claims, iat: now, exp: now + 60, [claim]: 0 });
  return forgeJwt(header, json.replace(/:0}$/, `:${DEEP_JSON}}`));
}

function machineToken(pathname: string): Response {
  const subject = pathname.includes('m2m') ? 'mch_1' : 'user_alice';
  const json = JSON.stringify({ id: 'id_1', subject, name: 'CI', scopes: [], claims: 0 });
  const headers = { 'content-type': 'application/json' };
  return new Response(json.replace(/"claims":0/, `"claims":{"data":${DEEP_JSON}}`), { headers });
}

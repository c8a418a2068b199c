import { existsSync } from 'node:fs';

import { beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { FRONTEND_API as ANSWERED } from '../../../lib/testing/frontend-api/frontend-api.js';
import { OAUTH } from '../../../lib/testing/frontend-api/oauth/oauth.js';
import { FrontendCalls } from './frontend-calls.js';
import { FRONTEND_API, PublishedSchema } from './published-schema.js';
import type { PublishedOperation } from './published-schema.js';

const CALLS_PER_SEED = 2500;

/** Operations that only have error responses. */
const NEVER_SUCCESSFUL = [
  // The instance requires a password of every user.
  'removePassword',
];

/** They respond with redirects and documents of other standards, and have tests of their own. */
const OTHER_MEDIA_TYPES = [
  'getJWKS',
  'getOAuth2AuthorizationServerMetadata',
  'handshakeClient',
  'linkClient',
  'syncClient',
  'acceptTicket',
  'createDevBrowser',
  'getOauthCallback',
  'postOauthCallback',
  'getOpenIDConfiguration',
  ...Object.keys(OAUTH),
];

const HAS_DOCUMENT = existsSync(FRONTEND_API);
const describeWithDocument = HAS_DOCUMENT || process.env.CI === 'true' ? describe : describe.skip;

describeWithDocument('every answer of the Frontend API is as Clerk publishes it', () => {
  let schema: PublishedSchema;
  let operations: readonly PublishedOperation[];
  const successful = new Set<string>();

  beforeAll(async () => {
    if (!HAS_DOCUMENT) throw new Error("CI needs Clerk's document beside the repository.");
    schema = await PublishedSchema.read(FRONTEND_API);
    const answered = Object.keys(ANSWERED.handlers);
    operations = schema.operations.filter(
      ({ id }) => answered.includes(id) && !OTHER_MEDIA_TYPES.includes(id),
    );
  });

  it.each([1, 2, 3])(
    'for calls drawn with the seed %i',
    async seed => {
      const local = await seededInstance();
      const calls = await FrontendCalls.create(local, schema, { seed, browsers: 4 });
      const problems = new Set<string>();
      for (let count = 0; count < CALLS_PER_SEED; count++) {
        const operation = operations[(count * 7 + seed * 31) % operations.length]!;
        const { answer, body } = await calls.perform(operation);
        if (answer.status < 400) successful.add(operation.id);
        const found = schema.problemsOf(operation, answer.status, answer.body);
        if (answer.status >= 500) found.push(`the status ${answer.status}`);
        for (const problem of found) {
          problems.add(`${operation.id} ${answer.status}: ${problem} after ${JSON.stringify(body)}`);
        }
      }

      expect([...problems]).toEqual([]);
    },
    180_000,
  );

  it('and every operation succeeded at least once, apart from those that cannot', () => {
    const failed = operations.map(({ id }) => id).filter(id => !successful.has(id));

    expect(failed.sort()).toEqual([...NEVER_SUCCESSFUL].sort());
  });
});

/** An instance without users: the calls add them. */
async function seededInstance(): Promise<LocalClerk> {
  let now = Date.UTC(2027, 0, 1);
  return LocalClerk.create({
    // A clock that advances with every read, so that a seed determines a whole run.
    now: () => now++,
    jwtTemplates: [{ name: 'supabase', claims: { role: 'authenticated' } }],
  });
}

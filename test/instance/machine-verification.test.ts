import { describe, expect, it } from '@jest/globals';

import { ClerkAPIResponseError } from '../../lib/errors/clerk-api-response-error.js';
import { MachineVerification } from '../../lib/instance/machine-verification.js';
import { OutageLog } from '../../lib/instance/outage-log.js';

/** Verifies by a Backend API that rejects each token with the status in its last three characters. */
function rejectingVerification() {
  const machines = new MachineVerification(new OutageLog('api.clerk.com', () => undefined));
  const verify = machines.bounded<never>(token =>
    Promise.reject(
      new ClerkAPIResponseError('The API key is unknown.', { status: Number(token.slice(-3)), errors: [] }),
    ),
  );
  return (token: string) => verify(token).catch((error: unknown) => error);
}

describe('remembered rejections of machine tokens', () => {
  // An error with its stack has some 5 KB: one for each of 5,000 tokens would be 27 MB.
  it('share one error if the Backend API rejected the tokens in the same words', async () => {
    const rejectionOf = rejectingVerification();
    for (const token of ['ak_a404', 'ak_b404']) await rejectionOf(token);

    expect(await rejectionOf('ak_b404')).toBe(await rejectionOf('ak_a404'));
  });

  it('keep the status that the token was rejected with', async () => {
    const rejectionOf = rejectingVerification();
    for (const token of ['ak_a404', 'ak_b410']) await rejectionOf(token);

    expect(await rejectionOf('ak_a404')).toMatchObject({ status: 404 });
    expect(await rejectionOf('ak_b410')).toMatchObject({ status: 410 });
  });
});

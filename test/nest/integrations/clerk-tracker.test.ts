import { describe, expect, it } from '@jest/globals';
import { clerkTracker } from 'nest-clerk';

describe('tracker of a request without the middleware', () => {
  it.each([
    [{ ip: '192.0.2.1' }, 'ip:192.0.2.1'],
    [{ ip: '::ffff:192.0.2.1' }, 'ip:192.0.2.1'],
    [{ ip: '::ffff:c000:201' }, 'ip:192.0.2.1'],
    [{ ip: '::1' }, 'ip:0:0:0:0::/64'],
    [{ ip: '2001:db8::' }, 'ip:2001:db8:0:0::/64'],
    [{ ip: '2001:DB8:0:0:1:2:3:4' }, 'ip:2001:db8:0:0::/64'],
    [{ ip: 'fe80::1%eth0' }, 'ip:fe80:0:0:0::/64'],
    [{ ip: '64:ff9b::192.0.2.1' }, 'ip:64:ff9b:0:0::/64'],
    [{ ip: 'unknown' }, 'ip:unknown'],
    [{ socket: { remoteAddress: '192.0.2.1' } }, 'ip:192.0.2.1'],
    [{ socket: {} }, 'ip:'],
    // What another library leaves there says nothing.
    [{ ip: '192.0.2.1', auth: { userId: 'user_alice' } }, 'ip:192.0.2.1'],
    [{ ip: '192.0.2.1', auth: () => ({ isAuthenticated: true, userId: 'user_alice' }) }, 'ip:192.0.2.1'],
  ])('counts %j by address', (request, tracker) => {
    expect(clerkTracker(request)).toBe(tracker);
  });
});

it.each([[undefined], [null], [{}], [{ handshake: {} }]])(
  'says what to override if the throttler passes %j in place of a request',
  request => {
    expect(() => clerkTracker(request as never)).toThrow(
      expect.objectContaining({
        code: 'request_missing',
        message: expect.stringContaining('getRequestResponse'),
      }),
    );
  },
);

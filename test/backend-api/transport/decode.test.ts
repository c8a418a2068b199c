import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { Session } from '../../../lib/backend-api/models/session.js';
import { User } from '../../../lib/backend-api/models/user.js';
import { Verification } from '../../../lib/backend-api/models/verification.js';
import { SESSION, SPARSE_USER, USER } from '../support/samples.js';

describe('a user', () => {
  const user = User.fromJSON(USER);

  it('has the values of the API under camel case names', () => {
    expect(user).toBeInstanceOf(User);
    expect(user).toMatchObject({
      id: 'user_1',
      hasImage: true,
      createOrganizationsLimit: 0,
      deprovisioned: true,
    });
  });

  it('computes values that the API does not send', () => {
    expect(user.fullName).toBe('Ada Lovelace');
    expect(user.primaryEmailAddress?.emailAddress).toBe('ada@example.test');
    expect(user.primaryPhoneNumber?.phoneNumber).toBe('+15555550100');
    expect(user.primaryWeb3Wallet?.web3Wallet).toBe('0x01');
  });

  it('has fields of the API that @clerk/backend omits', () => {
    expect(user).toMatchObject({
      passwordLastUpdatedAt: 11,
      mfaEnabledAt: 10,
      mfaDisabledAt: null,
      lockoutExpiresInSeconds: null,
      verificationAttemptsRemaining: 100,
      bypassClientTrust: true,
      emailAddresses: [{ reserved: true, createdAt: 1 }, { updatedAt: 4 }],
      phoneNumbers: [
        { backupCodes: ['a', 'b'], verification: { channel: 'sms', verifiedAtClient: 'client_1' } },
      ],
      externalAccounts: [{ emailAddressVerified: true, createdAt: 12 }],
      enterpriseAccounts: [{ enterpriseConnection: { domains: ['corp.example.test'] } }],
    });
  });

  it('has the unchanged metadata and raw JSON', () => {
    expect(user.publicMetadata).toBe(USER.public_metadata);
    expect(user.privateMetadata).toBe(USER.private_metadata);
    expect(user.unsafeMetadata).toBe(USER.unsafe_metadata);
    expect(user.raw).toBe(USER);
  });

  it('does not contain its raw JSON in a log or in JSON', () => {
    expect(inspect(user)).not.toContain('email_addresses');
    expect(JSON.stringify(user)).not.toContain('email_addresses');
  });

  it.each([
    [{ first_name: 'Ada', last_name: null }, 'Ada'],
    [{ first_name: null, last_name: 'Lovelace' }, 'Lovelace'],
    [{ first_name: ' ', last_name: '' }, null],
    [{}, null],
  ])('with the names %p has the full name %p', (names, fullName) => {
    expect(User.fromJSON({ id: 'user_3', ...names }).fullName).toBe(fullName);
  });

  it.each([
    {},
    SPARSE_USER,
    { email_addresses: [{ id: 'idn_1' }], phone_numbers: [{ id: 'idn_2', verification: {} }] },
  ])('has defaults for missing fields: %j', sparse => {
    const user = User.fromJSON(sparse);
    expect(user.primaryEmailAddress).toBeNull();
    expect(user.primaryPhoneNumber).toBeNull();
    expect(user.primaryWeb3Wallet).toBeNull();
    expect(user.publicMetadata).toEqual({});
    for (const address of [...user.emailAddresses, ...user.phoneNumbers])
      expect(address.linkedTo).toEqual([]);
  });

  it.each(['id', ...Object.keys(USER)])('accepts null for %s', field => {
    const user = User.fromJSON({ ...USER, [field]: null });
    expect(user.fullName).not.toBe('');
    expect(user.primaryEmailAddress === null || user.primaryEmailAddress.id === 'idn_mail2').toBe(true);
  });

  it('is not affected by __proto__ and constructor in the JSON', () => {
    const user = User.fromJSON(JSON.parse('{"id":"user_4","__proto__":{"banned":true},"constructor":1}'));
    expect(user.banned).toBeUndefined();
    expect(user.constructor).toBe(User);
  });
});

describe('Verification', () => {
  it('has its redirect address as a URL, or null for an invalid one', () => {
    const read = (url: unknown) =>
      Verification.fromJSON({ external_verification_redirect_url: url }).externalVerificationRedirectURL;
    expect(read('https://idp.test/')?.href).toBe('https://idp.test/');
    expect([read('nowhere'), read(''), read(null), read(undefined), read(7)]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('Session', () => {
  it('has its activity, actor and tasks', () => {
    expect(Session.fromJSON(SESSION)).toMatchObject({
      latestActivity: { ipAddress: '192.0.2.1', isMobile: false },
      actor: { sub: 'user_admin', some_key: 1 },
      tasks: [{ key: 'choose-organization' }],
    });
  });

  it('has defaults for missing activity, actor and tasks', () => {
    const session = Session.fromJSON({ id: 'sess_2' });
    expect(session.latestActivity).toBeUndefined();
    expect(session.actor).toBeNull();
  });

  it('keeps an activity that is null, as @clerk/backend does', () => {
    expect(Session.fromJSON({ id: 'sess_2', latest_activity: null }).latestActivity).toBeNull();
  });
});

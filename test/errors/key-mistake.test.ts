import { generateKeyPairSync } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { parsePublishableKey } from '../../lib/authentication/publishable-key.js';
import { keyMistake } from '../../lib/errors/key-mistake.js';
import type { KeyKind } from '../../lib/errors/key-mistake.js';
import { assertKeys } from '../../lib/instance/key-checks.js';
import { signingKeyFromPem } from '../../lib/tokens/signing-key.js';
import { signingKeys } from '../../lib/webhooks/signing-secret.js';

const CANARY = 'canaryCanary';
const PUBLISHABLE_KEY = `pk_test_${Buffer.from('clerk.example.com$').toString('base64').replace(/=+$/, '')}`;
const PEM = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({
  type: 'spki',
  format: 'pem',
}) as string;

/** A well-formed value of each kind, and what rejects one that is not. */
const KINDS: Record<KeyKind, { value: string; check: (value: string) => unknown }> = {
  secret: {
    value: `sk_test_${CANARY}`,
    check: secretKey => assertKeys({ secretKey, publishableKey: PUBLISHABLE_KEY }, 'any'),
  },
  publishable: { value: PUBLISHABLE_KEY, check: parsePublishableKey },
  jwt: { value: PEM, check: signingKeyFromPem },
  machine: {
    value: `ak_${CANARY}`,
    check: machineSecretKey => assertKeys({ machineSecretKey }, 'm2m_token'),
  },
  webhook: { value: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', check: signingKeys },
};

function messageOf(kind: KeyKind, value: string): string {
  try {
    KINDS[kind].check(value);
  } catch (error) {
    expect(error).toMatchObject({ name: 'ClerkConfigurationError' });
    const { message } = error as Error;
    expect(message).not.toMatch(/canary|MfKQ9r8|MIIB/);
    expect(message).toMatch(/dashboard\.clerk\.com/);
    return message;
  }
  return 'accepted';
}

const WITHOUT_PEM = (Object.keys(KINDS) as KeyKind[]).filter(kind => kind !== 'jwt');
const EVERY = Object.keys(KINDS) as KeyKind[];

describe.each(EVERY)('a %s key', kind => {
  const { value } = KINDS[kind];

  it('is accepted as it is', () => {
    expect(messageOf(kind, value)).toBe('accepted');
  });

  it.each([
    'YOUR_SECRET_KEY',
    'your_secret_key',
    'your-clerk-key-here',
    'YOUR_PUBLISHABLE_KEY',
    '<your key>',
    '{{ CLERK_KEY }}',
    '...',
    '…',
    'xxx',
    '********',
    'replace_me',
    'CHANGE_ME',
    'change-me',
    'CLERK_SECRET_KEY',
    'placeholder',
    'TODO',
  ])('that is %s is called a placeholder', placeholder => {
    expect(messageOf(kind, placeholder)).toContain('placeholder');
  });

  it.each(['undefined', 'null', '[object Promise]'])('that is "%s" is called an unset variable', text => {
    // Secrets of webhooks may be a list that is separated by spaces.
    const isSplit = kind === 'webhook' && text.includes(' ');
    expect(messageOf(kind, text)).toContain(isSplit ? 'not valid' : 'is not set');
  });

  it.each(['$CLERK_KEY', '${CLERK_KEY}', '%CLERK_KEY%', 'process.env.CLERK_KEY'])(
    'that is %s is called the name of a variable',
    text => {
      expect(messageOf(kind, text)).toContain('name of a variable');
    },
  );

  it('with its variable in front of it is told so', () => {
    expect(messageOf(kind, `CLERK_KEY=${value}`)).toContain('name of its variable');
  });
});

describe.each(WITHOUT_PEM)('a %s key', kind => {
  const { value } = KINDS[kind];
  const prefix = /^(?:[sp]k_test_|ak_|whsec_)/.exec(value)?.[0] ?? '';

  it.each(['""', "''", '``', '“”', '«»'])('in quotation marks %s is told so', ([open, close]) => {
    expect(messageOf(kind, `${open}${value}${close}`)).toContain('quotation marks');
    expect(messageOf(kind, `${open}${value}`)).toContain('quotation marks');
    expect(messageOf(kind, `${value}${close}`)).toContain('quotation marks');
  });

  it.each(['\n', '\r\n', '\\n'])('with the line break %j inside is told so', lineBreak => {
    expect(messageOf(kind, value.slice(0, 12) + lineBreak + value.slice(12))).toMatch(/line break/);
  });

  it.each([
    '…',
    '...',
    'xxx',
    'xxxxxxxxxxxxxxxxxxxxxx',
    'YOUR_KEY',
    'your_secret_key',
    '<key>',
    '****',
    'REPLACE_ME',
    '••••••',
  ])('that is its prefix and %s is called a placeholder', body => {
    expect(messageOf(kind, prefix + body)).toContain('placeholder');
  });

  it('is called truncated if nothing follows the prefix, and if the prefix is not whole', () => {
    expect(messageOf(kind, prefix)).toContain('truncated');
    expect(messageOf(kind, prefix.slice(0, -1))).toContain('truncated');
    expect(messageOf(kind, prefix.slice(0, 2))).toContain('truncated');
  });

  it('that is abbreviated is told so', () => {
    expect(messageOf(kind, `${prefix}canary…nary`)).toContain('abbreviated');
    expect(messageOf(kind, `${prefix}canary...nary`)).toContain('abbreviated');
    expect(messageOf(kind, `${prefix}canary****`)).toContain('abbreviated');
  });
});

describe('a key of another kind', () => {
  it.each<[KeyKind, KeyKind, RegExp]>([
    ['secret', 'publishable', /a publishable key/],
    ['secret', 'webhook', /signing secret of a webhook/],
    ['secret', 'machine', /secret of a machine/],
    ['secret', 'jwt', /a PEM key/],
    ['publishable', 'secret', /a secret, which must never reach a browser/],
    ['publishable', 'webhook', /a secret, which must never reach a browser/],
    ['publishable', 'jwt', /a PEM key/],
    ['jwt', 'secret', /a secret key/],
    ['jwt', 'publishable', /a publishable key/],
    ['machine', 'publishable', /a publishable key/],
    ['machine', 'webhook', /signing secret of a webhook/],
    ['webhook', 'secret', /a secret key/],
    ['webhook', 'publishable', /a publishable key/],
  ])('in the place of a %s key: a %s key', (kind, other, named) => {
    expect(messageOf(kind, KINDS[other].value)).toMatch(named);
  });

  it('accepts the secret key of the instance in the place of the secret of a machine', () => {
    expect(messageOf('machine', KINDS.secret.value)).toBe('accepted');
  });

  it('is a token or a URL', () => {
    expect(messageOf('secret', 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1In0.c2ln')).toContain('a token (JWT)');
    expect(messageOf('jwt', 'https://clerk.example.com/.well-known/jwks.json')).toContain('a URL');
    expect(messageOf('jwt', '{"keys":[]}')).toContain('JSON');
  });
});

describe('a truncated key', () => {
  it.each([1, 2, 3, 4, 8])('a publishable key without its last %d characters', count => {
    expect(messageOf('publishable', PUBLISHABLE_KEY.slice(0, -count))).toContain('truncated');
  });

  it('a PEM key of which only the first line is set, as a .env file without quotation marks does', () => {
    expect(messageOf('jwt', '-----BEGIN PUBLIC KEY-----')).toContain('truncated');
    expect(messageOf('jwt', PEM.slice(0, 200))).toContain('END PUBLIC KEY');
    expect(messageOf('jwt', PEM.slice(100))).toContain('BEGIN PUBLIC KEY');
    expect(messageOf('jwt', PEM.replace(/^.{40}$/m, ''))).toBe('accepted');
    expect(messageOf('jwt', PEM.replace(/\n.{64}\n/, '\n'))).toContain('truncated');
  });

  it('a PEM key whose content is a placeholder', () => {
    expect(messageOf('jwt', '-----BEGIN PUBLIC KEY-----\n...\n-----END PUBLIC KEY-----')).toContain(
      'placeholder',
    );
  });

  it('a signing secret without its last characters', () => {
    expect(messageOf('webhook', KINDS.webhook.value.slice(0, -2))).toContain('truncated');
  });
});

describe('keyMistake()', () => {
  it('finds nothing wrong with random keys', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
    let seed = 7;
    const next = () => letters.charAt((seed = (seed * 1103515245 + 12345) % 2 ** 31) % letters.length);
    for (let i = 0; i < 2000; i++) {
      const body = Array.from({ length: 42 }, next).join('');
      expect(keyMistake(`sk_test_${body}`, 'secret')).toBeUndefined();
    }
  });

  it.each([undefined, null, 5, {}, Promise.resolve('sk_test_a')])('says that %p is not a string', value => {
    for (const kind of EVERY) expect(keyMistake(value, kind)).toContain('not a string');
  });
});

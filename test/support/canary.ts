import { format } from 'node:util';

import { afterEach, expect, jest } from '@jest/globals';

/**
 * For `setupFilesAfterEnv`: fails each test during which a key, a token or a cookie value was logged, by the console, the
 * streams of the process or Nest's logger, whatever logger the application has.
 *
 * Secrets are told by their forms, which all that LocalClerk and `signWebhook()` make have. Ids, and words such as `sk_test_x`
 * in tests about wrong keys, have others.
 */
const FORMS_OF_SECRETS: readonly RegExp[] = [
  /\bsk_(?:test|live)_[A-Za-z0-9]{40,}/,
  // Ids of machine tokens have 32 hexadecimal digits.
  /\b(?:ak|mt|oat)_(?![0-9a-f]{32}\b)[A-Za-z0-9]{27,}\b/,
  /\bwhsec_[A-Za-z0-9+/]{30,}/,
  /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{80,}/,
  // The cookies of a dev browser and of a client in LocalClerk, and of a refresh.
  /\b(?:dvb|rt)_[A-Za-z0-9]{27,}\b/,
  // Whatever their values look like, in a header, in `Set-Cookie` and in the query of a redirect.
  /\b__(?:session|refresh|client|clerk_db_jwt|clerk_handshake|clerk_handshake_nonce)(?:_[\w-]{8})?=[^;&\s"']{16,}/,
  /-----BEGIN (?:RSA )?PRIVATE KEY-----/,
];

/** The first secret in a text, with what is around it and without most of itself. */
export function secretIn(text: string): string | undefined {
  for (const form of FORMS_OF_SECRETS) {
    const match = form.exec(text);
    if (match) return `${text.slice(Math.max(0, match.index - 80), match.index + 10)}…`;
  }
  return undefined;
}

const CONSOLE_METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;
const LOGGER_METHODS = ['log', 'warn', 'error', 'debug', 'verbose', 'fatal'] as const;
type Method = (...args: unknown[]) => unknown;
type Logged = Record<string, Method>;

let leaks: string[] = [];

function look(args: readonly unknown[]): void {
  const leak = secretIn(args.every(arg => typeof arg === 'string') ? args.join(' ') : format(...args));
  if (leak !== undefined) leaks.push(leak);
}

/** Looks at the arguments of each call, and calls the method. */
function watch(target: object, methods: readonly string[]): void {
  const logged = target as Logged;
  for (const name of methods) {
    const original = logged[name]!;
    logged[name] = function (this: unknown, ...args: unknown[]) {
      look(args);
      return original.apply(this, args);
    };
  }
}

/** What a test has replaced by a mock is not called. */
function lookAtMocks(target: object, methods: readonly string[]): void {
  for (const name of methods) {
    const method = (target as Logged)[name];
    if (jest.isMockFunction(method)) method.mock.calls.forEach(look);
  }
}

const watched: [object, readonly string[]][] = [
  [console, CONSOLE_METHODS],
  [process.stdout, ['write']],
  [process.stderr, ['write']],
];
// To load Nest takes time, which tests below Nest need not take.
if (/\/test\/(?:e2e|nest|security|express)\//.test(expect.getState().testPath ?? '')) {
  const { Logger } = await import('@nestjs/common');
  watched.push([Logger.prototype, LOGGER_METHODS]);
}
for (const [target, methods] of watched) watch(target, methods);

afterEach(() => {
  for (const [target, methods] of watched) lookAtMocks(target, methods);
  const found = leaks;
  leaks = [];
  if (found.length > 0) throw new Error(`A secret was logged:\n${found.join('\n')}`);
});

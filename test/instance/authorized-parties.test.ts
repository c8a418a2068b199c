import { describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { createInstance } from '../../lib/instance/create-instance.js';

const log = { warn() {}, debug() {} };

async function parties(authorizedParties: unknown): Promise<readonly string[] | undefined> {
  const { keys } = await LocalClerk.create();
  const options = { ...keys, authorizedParties: authorizedParties as string[] };
  return createInstance(options, log).requirements.authorizedParties;
}

describe('authorizedParties', () => {
  it.each([
    ['HTTPS://App.Example.COM', 'https://app.example.com'],
    ['https://app.example.com/', 'https://app.example.com'],
    ['https://app.example.com:443', 'https://app.example.com'],
    ['http://localhost:80', 'http://localhost'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['https://[2001:DB8::1]:8443', 'https://[2001:db8::1]:8443'],
    ['https://m\u00fcnchen.example', 'https://xn--mnchen-3ya.example'],
    ['chrome-extension://abcdef', 'chrome-extension://abcdef'],
    ['tauri://localhost/', 'tauri://localhost'],
  ])('turns %s into %s', async (given, expected) => {
    expect(await parties(Object.freeze([given]))).toEqual([expected]);
  });

  it.each([
    'https://*.example.com',
    'https://example.com/app',
    'example.com',
    '*',
    '',
    7,
    'https://a@b.example',
    'https://user:password@b.example',
    'https://app.example\\',
    'https://app.example\\@evil.example',
    'https://app.example?',
    'https://app.example#x',
    'https://app example',
    ' https://app.example',
    'https://app.example ',
    'https://app.example\n',
    'https://app.ex\tample',
    'https://app%2Eexample',
    'https://a.example,https://b.example',
    'https://a.example,b.example',
    'https://app.example:99999',
    'https://app.example:port',
    'https:app.example',
    'https:/app.example',
    'https:///app.example',
    '//app.example',
    'https://',
    'null',
    'javascript://app.example',
    'data://app.example',
    'file://app.example',
    'ftp://app.example',
    'wss://app.example',
    'chrome-extension://abcdef/page',
    'chrome-extension://a\\b',
    null,
    ['https://app.example'],
  ])('rejects %p', async given => {
    await expect(parties([given])).rejects.toMatchObject({ code: 'option_invalid' });
  });
});

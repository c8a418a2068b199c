import { describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { createInstance } from '../../lib/instance/create-instance.js';

const log = { warn() {}, debug() {} };

async function parties(authorizedParties: unknown): Promise<string[] | undefined> {
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
    ['chrome-extension://abcdef', 'chrome-extension://abcdef'],
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
  ])('rejects %p', async given => {
    await expect(parties([given])).rejects.toMatchObject({ code: 'option_invalid' });
  });
});

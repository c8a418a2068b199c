import { existsSync, readFileSync } from 'node:fs';
import { describe } from '@jest/globals';

const FOLDER = new URL('../../../shared/wycheproof/', import.meta.url);

/** One vector: what is asked, and what has to be answered. */
export interface WycheproofTest {
  tcId: number;
  comment: string;
  result: 'valid' | 'invalid' | 'acceptable';
  flags: string[];
}

/** One file of test vectors, of the groups and tests of its kind. */
export interface WycheproofFile<Group> {
  numberOfTests: number;
  testGroups: Group[];
}

/**
 * Reads a file of https://github.com/C2SP/wycheproof, which lies beside the repository and is no part of it.
 */
export function readVectors<Group>(name: string): WycheproofFile<Group> {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as WycheproofFile<Group>;
}

/**
 * `describe` where the vectors are there. `NEST_CLERK_WYCHEPROOF=required` says that they have to be: without it a
 * missing folder skips the tests by name.
 */
export const describeWithVectors =
  process.env['NEST_CLERK_WYCHEPROOF'] === 'required' || existsSync(FOLDER) ? describe : describe.skip;

import { existsSync, readFileSync } from 'node:fs';
import { describe } from '@jest/globals';

const FOLDER = new URL('../../../shared/wycheproof/', import.meta.url);

/** One vector: the input and the expected result. */
export interface WycheproofTest {
  tcId: number;
  comment: string;
  result: 'valid' | 'invalid' | 'acceptable';
  flags: string[];
}

/** One file of test vectors, with its groups and tests. */
export interface WycheproofFile<Group> {
  numberOfTests: number;
  testGroups: Group[];
}

/**
 * Reads a file of https://github.com/C2SP/wycheproof, which is beside the repository and not part of it.
 */
export function readVectors<Group>(name: string): WycheproofFile<Group> {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as WycheproofFile<Group>;
}

/**
 * `describe` if the vectors are present. `NEST_CLERK_WYCHEPROOF=required` requires them: without it a missing folder
 * skips the tests by name.
 */
export const describeWithVectors =
  process.env['NEST_CLERK_WYCHEPROOF'] === 'required' || existsSync(FOLDER) ? describe : describe.skip;

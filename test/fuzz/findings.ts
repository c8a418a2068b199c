import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a run checks, in the order of the report. */
export const CHECKS = [
  'no 5xx of ours',
  'no crash',
  'no unhandled rejection, uncaught exception or warning',
  'no stall of ours over 50 ms',
  'flat heap',
  'no caller is signed in without a valid token',
  'plain requests with a valid token are signed in',
  'every well-formed request is answered',
  'the draws cover what they should',
] as const;
export type Check = (typeof CHECKS)[number];

export interface Finding {
  readonly check: Check;
  readonly detail: string;
  /** The drawn requests that it is about. */
  readonly numbers: readonly number[];
  /** What was sent. */
  readonly bytes?: Buffer;
}

/** A file that `--replay` takes. */
export interface ReplayFile {
  readonly adapter: string;
  readonly seed: number;
  readonly check: string;
  readonly detail: string;
  readonly numbers: readonly number[];
  /** As base64; tokens in it are those of the run, which have other keys in the next one. */
  readonly sent: string | undefined;
}

/** Keeps a finding in a file. @returns its path */
export function saveFinding(finding: Finding, adapter: string, seed: number): string {
  const directory = join(tmpdir(), 'nest-clerk-fuzz');
  mkdirSync(directory, { recursive: true });
  const { check, detail, numbers, bytes } = finding;
  const file: ReplayFile = { adapter, seed, check, detail, numbers, sent: bytes?.toString('base64') };
  const path = join(directory, `${adapter}-${seed}-${numbers[0] ?? 'run'}.json`);
  writeFileSync(path, JSON.stringify(file, undefined, 2));
  return path;
}

/** A few lines of what was sent, with unprintable bytes escaped. */
export function excerpt(bytes: Buffer, length = 1200): string {
  const text = bytes
    .toString('latin1', 0, length)
    // Shown as they are, they could move the cursor.
    .replace(/[^\n\x20-\x7e]/g, byte =>
      byte === '\r' ? '' : `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`,
    );
  return text
    .split('\n')
    .map(line => `    ${line.length > 200 ? `${line.slice(0, 200)}… (${line.length})` : line}`)
    .join('\n');
}

/**
 * Runs the tests with the real ClerkJS in headless Chromium, and ends with their count: "N passed, N failed".
 *
 *     node tools/clerk-js-tests.mjs [jest's arguments]
 *
 * `CHROMIUM` names another executable than `chromium`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { clerkJsPackages } from '../test/e2e/clerk-js/packages.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));

clerkJsPackages();
const chromium = process.env.CHROMIUM ?? 'chromium';
if (spawnSync(chromium, ['--version']).status !== 0) {
  console.error(`'${chromium}' does not run. Install Debian's chromium, or set CHROMIUM.`);
  process.exit(1);
}

const results = mkdtempSync(join(tmpdir(), 'clerk-js-results-'));
const file = join(results, 'jest.json');
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    'node_modules/jest/bin/jest.js',
    '--config=test/e2e/clerk-js/jest.config.js',
    '--runInBand',
    // Chromium keeps connections that would keep the run alive after a failed test.
    '--forceExit',
    '--json',
    `--outputFile=${file}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
);
const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(file, 'utf8'));
rmSync(results, { recursive: true, force: true });
console.log(`${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`);
process.exitCode = status ?? 1;

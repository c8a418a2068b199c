/**
 * Fails on content that a commit must not have: download addresses in the lock file, the name of a package registry's
 * host, paths that exist on one machine only, and compiled files beside their sources.
 *
 *     node tools/checks/repository.mjs
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const forbidden = [
  ['a path of one machine', /(?<![\w.)\]-])\/(?:work|root|tmp|home\/\w+|Users\/\w+)\/[\w.]/],
  ['a package registry host', /\bregistry\.(?:\w+\.)+\w+|\/\/\S+:_authToken/],
];

const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\0')
  .filter(file => file && existsSync(file));

const problems = files.flatMap(file =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      forbidden
        .filter(([, pattern]) => pattern.test(line))
        .map(([what, pattern]) => `${file}:${index + 1}: ${what}: ${line.match(pattern)[0]}`),
    ),
);

for (const file of files.filter(
  name => !name.endsWith('jest.config.js') && /^(lib|test|sample)\/.*\.js(\.map)?$/.test(name),
)) {
  problems.push(`${file}: compiled output among the sources`);
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
for (const [name, entry] of Object.entries(lock.packages)) {
  if (entry.resolved) problems.push(`package-lock.json: "${name}" carries its download address`);
}

for (const problem of problems) console.error(problem);
console.log(`${files.length} files, ${problems.length} things that do not belong in the repository`);
process.exitCode = problems.length ? 1 : 0;

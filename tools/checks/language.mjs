/**
 * Fails on words that the glossary of docs/architecture.md replaces, in documentation, code, comments, messages and test
 * names.
 *
 *     node tools/checks/language.mjs [--count]    --count prints how many each folder has
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

const PHRASES = [
  'who is asking',
  'whoever',
  'whomever',
  'somebody',
  'nobody',
  'what becomes of',
  'not looked at',
  'looked at',
  'left alone',
  'find out',
  'finds out',
  'found out',
  'not given',
  'is none',
  'are none',
  'verify himself',
  'verified himself',
  'himself',
  'herself',
  'anew',
  'refuses?',
  'refused',
  'refusal',
  'refusing',
];
const pattern = new RegExp(`\\b(?:${PHRASES.join('|')})\\b`, 'gi');

const files = execFileSync('git', ['ls-files', 'lib', 'test', 'docs', 'sample', 'tools', '*.md'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter(file => /\.(ts|mjs|js|md|yml)$/.test(file) && existsSync(file))
  // They contain the words themselves.
  .filter(file => !['docs/architecture.md', 'tools/checks/language.mjs'].includes(file));

const counts = new Map();
const findings = [];
for (const file of files) {
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      // `ECONNREFUSED` and `connection refused` are terms of the operating system.
      const text = line.replace(/connection refused/gi, '');
      for (const [word] of text.matchAll(pattern)) {
        findings.push(`${file}:${index + 1}: ${word}`);
        counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
      }
    });
}

if (process.argv.includes('--count')) {
  for (const [folder, count] of [...counts].sort(([a], [b]) => a.localeCompare(b)))
    console.log(`${count}\t${folder}`);
} else for (const finding of findings) console.error(finding);
console.log(`${files.length} files, ${findings.length} words outside of the glossary`);
process.exitCode = findings.length ? 1 : 0;

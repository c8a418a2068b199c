/**
 * Fails on a link between pages whose file or anchor does not exist, and on a page of docs/ that the contents page does
 * not list. Addresses on the web are not requested.
 *
 *     node tools/checks/links.mjs
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { anchorsOf, markdownFiles, proseOf } from './markdown.mjs';

const problems = [];
let links = 0;
const linked = new Set();

for (const page of markdownFiles()) {
  const text = readFileSync(page, 'utf8');
  for (const [, target] of proseOf(text).matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/.test(target)) continue;
    links++;
    const [path, anchor] = target.split('#');
    const file = path ? join(dirname(page), path) : page;
    if (page === 'docs/README.md') linked.add(relative('docs', file));
    if (!existsSync(file)) problems.push(`${page}: ${target}: there is no such file`);
    else if (anchor && !anchorsOf(readFileSync(file, 'utf8')).has(anchor)) {
      problems.push(`${page}: ${target}: the page has no such heading`);
    }
  }
}
for (const page of markdownFiles().filter(name => name.startsWith('docs/') && name !== 'docs/README.md')) {
  if (!linked.has(relative('docs', page))) problems.push(`docs/README.md does not list ${page}`);
}

for (const problem of problems) console.error(problem);
console.log(`${links} links, ${problems.length} broken`);
process.exitCode = problems.length ? 1 : 0;

/**
 * Writes llms.txt from the pages of docs/: for each page its title, its address and its first sentence, in the order of the
 * contents page.
 *
 *     node tools/generate-llms-txt.mjs [--check]
 *
 * @see https://llmstxt.org
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const contents = readFileSync('docs/README.md', 'utf8');
const sections = contents
  .split(/^## /m)
  .slice(1)
  .map(section => {
    const [title] = section.split('\n', 1);
    const pages = [...new Set([...section.matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, page]) => page))];
    return `## ${title}\n\n${pages.map(entryOf).join('\n')}`;
  });

function entryOf(page) {
  const text = readFileSync(join('docs', page), 'utf8').replace(/<!--[\s\S]*?-->/g, '');
  const title = /^# (.+)$/m.exec(text)?.[1] ?? page;
  const [paragraph = ''] = text
    .split(/^# .+$/m)[1]
    .trim()
    .split('\n\n', 1);
  const plain = paragraph.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\s+/g, ' ');
  const sentence = /^.*?\.(?=\s|$)/.exec(plain)?.[0];
  return `- [${title}](docs/${page})${sentence && !sentence.startsWith('|') ? `: ${sentence}` : ''}`;
}

const readme = readFileSync('README.md', 'utf8');
const [summary] = readme
  .split(/^# .+$/m)[1]
  .trim()
  .split('\n\n', 1);
const text = `# nest-clerk\n\n> ${summary.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\s+/g, ' ')}\n\n${sections.join('\n\n')}\n`;

if (process.argv.includes('--check')) {
  const isCurrent = existsSync('llms.txt') && readFileSync('llms.txt', 'utf8') === text;
  console.log(
    isCurrent ? 'llms.txt is up to date' : 'llms.txt is out of date: run node tools/generate-llms-txt.mjs',
  );
  process.exitCode = isCurrent ? 0 : 1;
} else writeFileSync('llms.txt', text);

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The Markdown pages for readers: those of the root, of docs/, and the README of each sample. */
export function markdownFiles() {
  const isPage = name => name.endsWith('.md');
  const samples = readdirSync('sample', { recursive: true, encoding: 'utf8' }).filter(
    name => /(^|\/)README\.md$/.test(name) && !name.includes('node_modules'),
  );
  return [
    ...readdirSync('.').filter(isPage),
    ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
      .filter(isPage)
      .map(name => join('docs', name)),
    ...samples.map(name => join('sample', name)),
  ];
}

/** The text without code, in which links and headings do not count. */
export function proseOf(text) {
  return text
    .replace(/^ *```[\s\S]*?^ *```$/gm, block => block.replace(/[^\n]/g, ''))
    .replace(/`[^`\n]*`/g, code => code.replace(/[[\]()#]/g, ' '));
}

/** The anchors of a page, as GitHub creates them from headings. */
export function anchorsOf(text) {
  const prose = text.replace(/^ *```[\s\S]*?^ *```$/gm, '');
  const seen = new Map();
  return new Set(
    [...prose.matchAll(/^#{1,6} +(.+?) *#*$/gm)].map(([, heading]) => {
      const slug = heading
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-');
      const count = seen.get(slug) ?? 0;
      seen.set(slug, count + 1);
      return count ? `${slug}-${count}` : slug;
    }),
  );
}

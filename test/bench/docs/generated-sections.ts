/**
 * Replaces the generated sections of a Markdown page. A section is between `<!-- generated: name -->` and
 * `<!-- end: name -->`.
 *
 * @throws Error if the page lacks a section, or has one that is not generated
 */
export function replaceSections(page: string, sections: ReadonlyMap<string, string>): string {
  const names = [...page.matchAll(/<!-- generated: (.+?) -->/g)].map(([, name]) => name!);
  for (const name of sections.keys()) {
    if (!names.includes(name)) throw new Error(`The page has no section "${name}".`);
  }
  return names.reduce((text, name) => {
    const content = sections.get(name);
    if (content === undefined) throw new Error(`Nothing generates the section "${name}".`);
    const [begin, end] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`];
    const from = text.indexOf(begin) + begin.length;
    const to = text.indexOf(end, from);
    if (to === -1) throw new Error(`The section "${name}" has no end.`);
    return `${text.slice(0, from)}\n\n${content}\n\n${text.slice(to)}`;
  }, page);
}

/** A table that is readable in a terminal and is Markdown. Numbers are aligned on the right. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const isRight = head.map((_, column) =>
    rows.every(row => /^[\d+×-]?[\d.]|^$/.test(row[column]!.replaceAll(',', ''))),
  );
  const widths = head.map((_, column) => Math.max(3, ...all.map(row => row[column]!.length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => pad(cell, column)).join(' | ')} |`;
  const pad = (cell: string, column: number) =>
    isRight[column] ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!);
  const rule = widths.map((width, column) =>
    isRight[column] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

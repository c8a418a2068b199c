const WIDTH = 30;

/** Draws progress as a line that replaces itself on a terminal, and ends when the total is reached. */
export function progressBar(title: string, done: number, total: number): void {
  const share = total === 0 ? 1 : Math.min(done / total, 1);
  const filled = Math.round(share * WIDTH);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
  const line = `${title.padEnd(14)}${bar} ${done}/${total}`;
  process.stdout.write(process.stdout.isTTY ? `\r${line}${share === 1 ? '\n' : ''}` : `${line}\n`);
}

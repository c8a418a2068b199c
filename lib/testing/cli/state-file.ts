import { readFile, rename, writeFile } from 'node:fs/promises';

import type { StoreSnapshot } from '../store/local-store.js';

const VERSION = 1;

/** The result of {@link StateFile.read}. */
export type StateFileContent =
  | { readonly kind: 'missing' }
  | { readonly kind: 'snapshot'; readonly snapshot: StoreSnapshot }
  /** The file was not a valid state file; this is its new name. */
  | { readonly kind: 'damaged'; readonly movedTo: string };

/**
 * The file with the state of `npx nest-clerk local`. It is always complete: a write that breaks off changes nothing.
 */
export class StateFile {
  #written: string | undefined;

  constructor(private readonly path: string) {}

  /** A damaged file is moved aside instead of being overwritten. */
  async read(): Promise<StateFileContent> {
    let text: string;
    try {
      text = await readFile(this.path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { kind: 'missing' };
      throw error;
    }
    const snapshot = parse(text);
    if (snapshot) return { kind: 'snapshot', snapshot };
    const movedTo = `${this.path}.damaged-${Date.now()}`;
    await rename(this.path, movedTo);
    return { kind: 'damaged', movedTo };
  }

  /** Writes the state, unless it equals that of the last write. */
  async write(snapshot: StoreSnapshot): Promise<void> {
    const text = `${JSON.stringify({ version: VERSION, snapshot })}\n`;
    if (text === this.#written) return;
    const temporary = `${this.path}.${process.pid}.tmp`;
    // It contains password digests and sessions.
    await writeFile(temporary, text, { mode: 0o600 });
    await rename(temporary, this.path);
    this.#written = text;
  }
}

function parse(text: string): StoreSnapshot | undefined {
  try {
    const { version, snapshot } = JSON.parse(text) as { version?: unknown; snapshot?: unknown };
    const isSnapshot =
      version === VERSION &&
      typeof snapshot === 'object' &&
      snapshot !== null &&
      Object.values(snapshot).every(Array.isArray);
    return isSnapshot ? (snapshot as StoreSnapshot) : undefined;
  } catch {
    return undefined;
  }
}

import { addImports, readImports } from '../source/import-declarations.js';
import { appendToArrays, findModule, UnsupportedSourceError } from '../source/module-metadata.js';
import { applyEdits, closingIndex, tokenize, UnreadableSourceError } from '../source/tokens.js';
import type { Token } from '../source/tokens.js';

/** What the schematic can add to a root module. */
export interface RootModuleChanges {
  clerkModule: boolean;
  globalGuard: boolean;
}

/**
 * The source of a module with `ClerkModule.forRoot()` in its imports, and with the global guard in its providers.
 *
 * @param className the class of the module, or undefined for the only module of the file
 * @throws {@link UnsupportedSourceError} or {@link UnreadableSourceError} for a file that it does not understand
 */
export function addToRootModule(
  source: string,
  className: string | undefined,
  { clerkModule, globalGuard }: RootModuleChanges,
): string {
  if (!clerkModule && !globalGuard) return source;
  const tokens = tokenize(source);
  const additions: [string, string][] = [];
  if (clerkModule) additions.push(['imports', 'ClerkModule.forRoot()']);
  if (globalGuard) additions.push(['providers', '{ provide: APP_GUARD, useExisting: ClerkAuthGuard }']);

  const names = [...(globalGuard ? ['ClerkAuthGuard'] : []), ...(clerkModule ? ['ClerkModule'] : [])];
  const imports: [string, string[]][] = [['nest-clerk', names]];
  if (globalGuard) imports.unshift(['@nestjs/core', ['APP_GUARD']]);

  const result = applyEdits(source, [
    ...addImports(source, tokens, imports),
    ...appendToArrays(source, findModule(tokens, className).metadata, additions),
  ]);
  const found = findInSource(result);
  // A last check of the text that is about to be written.
  if ((clerkModule && !found.clerkModule) || (globalGuard && !found.globalGuard))
    throw new UnsupportedSourceError('the change did not have the expected result');
  return result;
}

/**
 * Whether a file imports `ClerkModule` into a module, and whether it has the guard as a global one. In a file that cannot
 * be read, neither is found.
 */
export function findInSource(source: string): RootModuleChanges {
  const nothing = { clerkModule: false, globalGuard: false };
  if (!source.includes('nest-clerk')) return nothing;
  try {
    return findInTokens(tokenize(source));
  } catch (error) {
    if (isUnsupported(error)) return nothing;
    throw error;
  }
}

function findInTokens(tokens: readonly Token[]): RootModuleChanges {
  const imported = readImports(tokens).filter(({ from }) => from === 'nest-clerk');
  const localNameOf = (exported: string) =>
    imported.flatMap(({ names }) => [...names]).find(([, name]) => name === exported)?.[0];
  return {
    clerkModule: hasCall(tokens, localNameOf('ClerkModule'), /^forRoot(?:Async)?$/),
    globalGuard: hasGlobalGuard(tokens, localNameOf('ClerkAuthGuard')),
  };
}

function hasCall(tokens: readonly Token[], name: string | undefined, method: RegExp): boolean {
  return tokens.some(
    ({ text }, index) =>
      text === name && tokens[index + 1]?.text === '.' && method.test(tokens[index + 2]?.text ?? ''),
  );
}

/** `APP_GUARD` and the guard in one provider, or the guard in a call of `useGlobalGuards()`. */
function hasGlobalGuard(tokens: readonly Token[], guard: string | undefined): boolean {
  return (
    tokens.some(({ text }, index) => {
      if (text === 'useGlobalGuards' && tokens[index + 1]?.text === '(')
        return contains(tokens.slice(index, closingIndex(tokens, index + 1)), guard);
      if (text !== '{') return false;
      const provider = tokens.slice(index + 1, closingIndex(tokens, index));
      return !contains(provider, '{') && contains(provider, 'APP_GUARD') && contains(provider, guard);
    }) && guard !== undefined
  );
}

function contains(tokens: readonly Token[], word: string | undefined): boolean {
  return tokens.some(({ text }) => text === word);
}

/**
 * The class of a root module, and how other files import it.
 *
 * @throws {@link UnsupportedSourceError} or {@link UnreadableSourceError} for a file that it does not understand
 */
export function readModuleClass(source: string, className: string | undefined) {
  const tokens = tokenize(source);
  const name = findModule(tokens, className).className;
  const texts = tokens.map(({ text }) => text).join(' ');
  const isDefault =
    texts.includes(`export default class ${name} `) || texts.includes(`export default ${name} `);
  return { name, isDefault };
}

/** Whether an error says that a file has a form which the schematic does not edit. */
export function isUnsupported(error: unknown): error is Error {
  return error instanceof UnsupportedSourceError || error instanceof UnreadableSourceError;
}

import { lineBreakOf, UnsupportedSourceError } from './module-metadata.js';
import { closingIndex } from './tokens.js';
import type { Edit, Token } from './tokens.js';

/** An `import` declaration. */
export interface ImportDeclaration {
  /** The module that it names. */
  from: string;
  /** The imported names by their local ones; a default import is `default`, a namespace `*`. */
  names: Map<string, string>;
  isTypeOnly: boolean;
  tokens: Token[];
}

/** The import declarations of a file, in their order. */
export function readImports(tokens: readonly Token[]): ImportDeclaration[] {
  const declarations: ImportDeclaration[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const { kind, text } = tokens[index]!;
    if (kind === 'punctuation' && /^[([{]$/.test(text)) index = closingIndex(tokens, index);
    if (text !== 'import' || /^[(.]$/.test(tokens[index + 1]?.text ?? '')) continue;
    const end = declarationEnd(tokens, index);
    declarations.push(readImport(tokens.slice(index, end)));
    index = end - 1;
  }
  return declarations;
}

/** The index behind a declaration: after its module, attributes and semicolon. */
function declarationEnd(tokens: readonly Token[], start: number): number {
  let end = tokens.findIndex(({ kind }, index) => index > start && kind === 'string') + 1;
  if (end === 0) throw new UnsupportedSourceError('an import names no module');
  if (tokens[end]?.text === ')') end++;
  if (/^(?:with|assert)$/.test(tokens[end]?.text ?? '') && tokens[end + 1]?.text === '{')
    end = closingIndex(tokens, end + 1) + 1;
  return tokens[end]?.text === ';' ? end + 1 : end;
}

function readImport(tokens: Token[]): ImportDeclaration {
  const module = tokens.find(({ kind }) => kind === 'string')!;
  const isTypeOnly = tokens[1]?.text === 'type' && tokens[2]?.text !== 'from';
  const names = new Map<string, string>();
  const clause = tokens.slice(isTypeOnly ? 2 : 1, tokens.indexOf(module));
  const brace = clause.findIndex(({ text }) => text === '{');
  const outside = brace < 0 ? clause : clause.slice(0, brace);
  if (outside[0]?.kind === 'word' && outside[0].text !== 'from') names.set(outside[0].text, 'default');
  const star = outside.findIndex(({ text }) => text === '*');
  if (star >= 0) names.set(outside[star + 2]?.text ?? '', '*');
  if (brace >= 0) {
    const specifiers = clause.slice(brace + 1, closingIndex(clause, brace));
    for (const specifier of splitSpecifiers(specifiers)) names.set(specifier.at(-1)!, specifier[0]!);
  }
  return { from: module.text.slice(1, -1), names, isTypeOnly, tokens };
}

/** The words of each name in braces, without `type`. */
function splitSpecifiers(tokens: readonly Token[]): string[][] {
  const parts: string[][] = [[]];
  for (const { text } of tokens) {
    if (text === ',') parts.push([]);
    else parts.at(-1)!.push(text);
  }
  return parts
    .filter(part => part.length)
    .map(part => (part.length > 1 && part[0] === 'type' && part[1] !== 'as' ? part.slice(1) : part));
}

/**
 * The edits that import names which the file does not import yet: into the braces of a declaration for the same module, or
 * as a new one in the style of the file.
 *
 * @throws {@link UnsupportedSourceError} if the file uses one of the names for something else, or has no imports
 */
export function addImports(
  source: string,
  tokens: readonly Token[],
  wanted: readonly (readonly [module: string, names: readonly string[]])[],
): Edit[] {
  const declarations = readImports(tokens);
  const lines: string[] = [];
  const edits = wanted.flatMap(([module, names]) => {
    const missing = names.filter(name => !isImported(declarations, tokens, module, name));
    if (!missing.length) return [];
    const braces = declarations.find(each => each.from === module && !each.isTypeOnly && hasBraces(each));
    if (braces) return [addSpecifiers(braces, missing)];
    lines.push(importLine(declarations, module, missing));
    return [];
  });
  if (lines.length) edits.push(insertLines(source, declarations, lines));
  return edits;
}

function isImported(
  declarations: readonly ImportDeclaration[],
  tokens: readonly Token[],
  module: string,
  name: string,
): boolean {
  const declaration = declarations.find(each => each.names.has(name));
  if (declaration?.from === module && !declaration.isTypeOnly && declaration.names.get(name) === name)
    return true;
  if (declaration || tokens.some(({ kind, text }) => kind === 'word' && text === name))
    throw new UnsupportedSourceError(`it uses the name ${name} for something else`);
  return false;
}

function hasBraces({ tokens }: ImportDeclaration): boolean {
  return tokens.some(({ text }) => text === '}');
}

function addSpecifiers({ tokens }: ImportDeclaration, names: readonly string[]): Edit {
  const closing = tokens.findIndex(({ text }) => text === '}');
  const last = tokens[closing - 1]!;
  const list = names.join(', ');
  if (last.text === '{') return { start: last.end, end: last.end, text: ` ${list} ` };
  return { start: last.end, end: last.end, text: last.text === ',' ? ` ${list},` : `, ${list}` };
}

function importLine(
  declarations: readonly ImportDeclaration[],
  module: string,
  names: readonly string[],
): string {
  const style = declarations[0]?.tokens;
  const quote = style?.find(({ kind }) => kind === 'string')?.text[0] ?? "'";
  const semicolon = !style || style.at(-1)!.text === ';' ? ';' : '';
  return `import { ${names.join(', ')} } from ${quote}${module}${quote}${semicolon}`;
}

/** New declarations stand behind the last one of a package, before those of the project's own files. */
function insertLines(source: string, declarations: readonly ImportDeclaration[], lines: string[]): Edit {
  const first = declarations[0];
  if (!first) throw new UnsupportedSourceError('it has no imports');
  const lineBreak = lineBreakOf(source);
  const last = declarations.filter(({ from }) => !from.startsWith('.')).at(-1);
  if (!last) {
    const { start } = first.tokens[0]!;
    return { start, end: start, text: lines.map(line => line + lineBreak).join('') };
  }
  const { end } = last.tokens.at(-1)!;
  // A comment at the end of the line belongs to the declaration.
  const comment = /^[ \t]*\/\/[^\r\n]*/.exec(source.slice(end))?.[0].length ?? 0;
  const text = lines.map(line => lineBreak + line).join('');
  const isAlone = /^[ \t]*(?:[\r\n]|$)/.test(source.slice(end + comment));
  return { start: end + comment, end: end + comment, text: isAlone ? text : text + lineBreak };
}

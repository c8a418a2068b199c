/** A token of TypeScript source; white space and comments are between tokens. */
export interface Token {
  kind: 'word' | 'string' | 'template' | 'number' | 'regex' | 'punctuation';
  text: string;
  start: number;
  end: number;
}

/** The source contains what {@link tokenize} does not understand, or brackets that do not match. */
export class UnreadableSourceError extends Error {}

const CLOSING: Record<string, string> = { '(': ')', '[': ']', '{': '}' };

/** After these a slash starts a regular expression; after a value it divides. */
const BEFORE_REGEX = /^(?:[([{,;:=!&|?+\-*%<>~^]|=>|return|typeof|case|in|of|void|delete|throw|new|await)$/;

const PATTERNS: [Token['kind'] | 'space', RegExp][] = [
  ['space', /[\s\uFEFF]+|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/|^#![^\r\n]*/y],
  ['word', /[\p{ID_Start}$_#][\p{ID_Continue}$\u200c\u200d]*/uy],
  ['number', /(?:\d[\w.]*|\.\d\w*)/y],
  ['string', /'(?:[^'\\\r\n]|\\[\s\S])*'|"(?:[^"\\\r\n]|\\[\s\S])*"/y],
  ['punctuation', /=>|\.\.\.|[()[\]{}.,;:?!@=<>+\-*/%&|^~]/y],
];

const REGEX = /\/(?:[^/\\[\r\n]|\\.|\[(?:[^\]\\\r\n]|\\.)*\])+\/\w*/y;

/**
 * Splits TypeScript source into tokens. It is no parser: it knows strings, templates, comments, regular expressions and
 * brackets, which is enough to find an object literal and edit it, and needs no compiler in the project.
 *
 * @throws {@link UnreadableSourceError} for a string, template or bracket that does not end
 */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < source.length) {
    const { kind, end } = nextToken(source, position, tokens.at(-1));
    if (kind !== 'space') tokens.push({ kind, text: source.slice(position, end), start: position, end });
    position = end;
  }
  assertBalanced(tokens);
  return tokens;
}

function nextToken(source: string, position: number, before: Token | undefined) {
  if (source[position] === '`') return { kind: 'template' as const, end: templateEnd(source, position) };
  const startsRegex =
    source[position] === '/' &&
    !/[/*]/.test(source[position + 1] ?? '') &&
    (!before || BEFORE_REGEX.test(before.text));
  const patterns: typeof PATTERNS = startsRegex ? [['regex', REGEX], ...PATTERNS] : PATTERNS;
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = position;
    if (pattern.test(source)) return { kind, end: pattern.lastIndex };
  }
  throw new UnreadableSourceError(`unexpected ${source[position]} at ${position}`);
}

/** The end of a template literal, with the expressions that it contains. */
function templateEnd(source: string, start: number): number {
  let position = start + 1;
  while (position < source.length) {
    if (source[position] === '`') return position + 1;
    if (source[position] === '\\') position += 2;
    else if (source.startsWith('${', position)) position = expressionEnd(source, position + 2);
    else position++;
  }
  throw new UnreadableSourceError('a template literal does not end');
}

function expressionEnd(source: string, start: number): number {
  let depth = 0;
  let position = start;
  let before: Token | undefined;
  while (position < source.length) {
    const { kind, end } = nextToken(source, position, before);
    const text = source.slice(position, end);
    if (text === '{') depth++;
    if (text === '}' && depth-- === 0) return end;
    if (kind !== 'space') before = { kind, text, start: position, end };
    position = end;
  }
  throw new UnreadableSourceError('an expression in a template literal does not end');
}

function assertBalanced(tokens: readonly Token[]): void {
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index]!;
    if (token.text in CLOSING && token.kind === 'punctuation') index = closingIndex(tokens, index);
    else if (/^[)\]}]$/.test(token.text)) throw new UnreadableSourceError(`unexpected ${token.text}`);
    index++;
  }
}

/**
 * The index of the bracket that closes the one at `index`.
 *
 * @throws {@link UnreadableSourceError} if another bracket closes it, or none
 */
export function closingIndex(tokens: readonly Token[], index: number): number {
  const expected: string[] = [];
  for (let at = index; at < tokens.length; at++) {
    const { kind, text } = tokens[at]!;
    if (kind !== 'punctuation') continue;
    if (text in CLOSING) expected.push(CLOSING[text]!);
    else if (/^[)\]}]$/.test(text)) {
      if (expected.pop() !== text) throw new UnreadableSourceError(`unexpected ${text}`);
      if (!expected.length) return at;
    }
  }
  throw new UnreadableSourceError('a bracket is not closed');
}

/** Splits the tokens between two brackets at their commas, without those inside of inner brackets. */
export function splitAtCommas(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.text === ',' && token.kind === 'punctuation') parts.push([]);
    else if (token.kind === 'punctuation' && token.text in CLOSING) {
      const end = closingIndex(tokens, index);
      parts.at(-1)!.push(...tokens.slice(index, end + 1));
      index = end;
    } else parts.at(-1)!.push(token);
  }
  return parts.filter(part => part.length);
}

/** A replacement of the text between two positions. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Applies edits that do not overlap; those at one position in the order of the list. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let result = '';
  let position = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    result += source.slice(position, start) + text;
    position = end;
  }
  return result + source.slice(position);
}

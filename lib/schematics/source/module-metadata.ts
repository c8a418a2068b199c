import { closingIndex, splitAtCommas } from './tokens.js';
import type { Edit, Token } from './tokens.js';

/** The source has a form that the schematic does not edit; the message completes "… because". */
export class UnsupportedSourceError extends Error {}

/** A class with `@Module()`. */
export interface ModuleClass {
  className: string;
  /** The tokens of the object in `@Module({ … })`, from brace to brace; of `@Module()` the two parentheses. */
  metadata: Token[];
}

/**
 * Finds a class with `@Module()`.
 *
 * @param className the class, or undefined for the only module of the file
 * @throws {@link UnsupportedSourceError} if the class or an object in its decorator is missing
 */
export function findModule(tokens: readonly Token[], className: string | undefined): ModuleClass {
  const decorators = tokens.flatMap((token, index) => {
    if (token.text !== '@' || tokens[index + 1]?.text !== 'Module' || tokens[index + 2]?.text !== '(')
      return [];
    const end = closingIndex(tokens, index + 2);
    const decorated = decoratedClass(tokens, end + 1);
    return decorated ? [{ className: decorated, content: tokens.slice(index + 2, end + 1) }] : [];
  });
  const found = decorators.filter(each => !className || each.className === className);
  if (found.length !== 1)
    throw new UnsupportedSourceError(
      found.length
        ? 'it has several classes with @Module()'
        : `it has no class${className ? ` ${className}` : ''} with the decorator @Module()`,
    );
  return { className: found[0]!.className, metadata: metadataObject(found[0]!.content) };
}

/** The name of the class after a decorator, past other decorators and `export default abstract`. */
function decoratedClass(tokens: readonly Token[], start: number): string | undefined {
  let index = start;
  while (tokens[index]?.text === '@') {
    index += 2;
    while (tokens[index]?.text === '.') index += 2;
    if (tokens[index]?.text === '(') index = closingIndex(tokens, index) + 1;
  }
  while (/^(?:export|default|abstract)$/.test(tokens[index]?.text ?? '')) index++;
  return tokens[index]?.text === 'class' ? tokens[index + 1]?.text : undefined;
}

function metadataObject(parentheses: Token[]): Token[] {
  if (parentheses.length === 2) return parentheses;
  const isObject =
    parentheses[1]!.text === '{' &&
    /^\}\)$|^\},\)$/.test(
      parentheses
        .slice(closingIndex(parentheses, 1))
        .map(({ text }) => text)
        .join(''),
    );
  if (!isObject) throw new UnsupportedSourceError('the argument of @Module() is not an object literal');
  return parentheses.slice(1, closingIndex(parentheses, 1) + 1);
}

/**
 * The edits that append elements to arrays of an object literal, which add what is missing of them: `imports` and
 * `providers` of a module. They keep comments, indentation, quotes and trailing commas.
 *
 * @param object the tokens of the literal, from {@link findModule}
 * @param additions pairs of a property and an element as source
 * @throws {@link UnsupportedSourceError} if a property is anything but an array literal
 */
export function appendToArrays(
  source: string,
  object: readonly Token[],
  additions: readonly (readonly [property: string, element: string])[],
): Edit[] {
  const properties = splitAtCommas(object.slice(1, -1));
  const missing: string[] = [];
  const edits = additions.flatMap(([name, element]) => {
    const property = properties.find(([key]) => nameOf(key) === name);
    if (property) {
      const spread = properties.slice(properties.indexOf(property) + 1).some(isSpread);
      if (spread) throw new UnsupportedSourceError(`an object after \`${name}\` may replace it`);
      return appendToArray(source, arrayOf(name, property), element);
    }
    if (properties.some(isSpread))
      throw new UnsupportedSourceError(`\`${name}\` may be in an object that @Module() spreads`);
    missing.push(`${name}: [${element}]`);
    return [];
  });
  return missing.length ? [addProperties(source, object, missing), ...edits] : edits;
}

function isSpread([first]: Token[]): boolean {
  return first?.text === '...';
}

function nameOf(key: Token | undefined): string | undefined {
  return key?.kind === 'string' ? key.text.slice(1, -1) : key?.text;
}

/** The tokens of the array literal that a property has as its value, from bracket to bracket. */
function arrayOf(name: string, property: Token[]): Token[] {
  const isArray = property[1]?.text === ':' && property[2]?.text === '[';
  const end = isArray ? closingIndex(property, 2) : 0;
  // `as const`, `satisfies …` and `.filter(Boolean)` leave the literal what it is.
  if (!isArray || !/^(?:as|satisfies|\.)?$/.test(property[end + 1]?.text ?? ''))
    throw new UnsupportedSourceError(`\`${name}\` is not an array literal`);
  return property.slice(2, end + 1);
}

function appendToArray(source: string, array: Token[], element: string): Edit[] {
  const closing = array.at(-1)!;
  const last = array.at(-2)!;
  const isEmpty = array.length === 2;
  const hasComma = last.text === ',' && last.kind === 'punctuation';
  const between = source.slice(last.end, closing.start);
  const comma = isEmpty || hasComma ? [] : [{ start: last.end, end: last.end, text: ',' }];

  if (!/[\r\n]/.test(between)) {
    const position = closing.start - (/\s*$/.exec(between)?.[0].length ?? 0);
    const text = position > array[0]!.end ? ` ${element}` : element;
    return [...comma, { start: position, end: closing.start, text }];
  }
  // Behind comments that belong to the elements before.
  const position = closing.start - /\s*$/.exec(between)![0].length;
  const indent = isEmpty ? `${indentAt(source, closing.start)}  ` : indentAt(source, array[1]!.start);
  const text = `${lineBreakOf(source)}${indent}${element}${isEmpty || hasComma ? ',' : ''}`;
  return [...comma, { start: position, end: position, text }];
}

function addProperties(source: string, object: readonly Token[], properties: string[]): Edit {
  const opening = object[0]!;
  const first = object[1]!;
  const isEmpty = object.length === 2;
  // `@Module()`, with the parentheses in place of the braces.
  if (opening.text === '(')
    return { start: opening.end, end: opening.end, text: `{ ${properties.join(', ')} }` };

  const between = source.slice(opening.end, first.start);
  if (!/[\r\n]/.test(between)) {
    const list = ` ${properties.join(', ')}`;
    if (isEmpty) return { start: opening.end, end: opening.end, text: between ? list : `${list} ` };
    return { start: opening.end, end: opening.end, text: between ? `${list},` : `${list}, ` };
  }
  const indent = isEmpty ? `${indentAt(source, first.start)}  ` : indentAt(source, first.start);
  const lines = properties.map(property => `${lineBreakOf(source)}${indent}${property},`);
  return { start: opening.end, end: opening.end, text: lines.join('') };
}

/** The white space at the start of the line of a position. */
function indentAt(source: string, position: number): string {
  return /^[ \t]*/.exec(source.slice(source.lastIndexOf('\n', position - 1) + 1))![0];
}

/** The line break that the source uses. */
export function lineBreakOf(source: string): string {
  return source.includes('\r\n') ? '\r\n' : '\n';
}

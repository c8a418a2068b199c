import { readFile } from 'node:fs/promises';

import type * as YamlModule from 'yaml';
import type { LineCounter, Node, Scalar, YAMLMap } from 'yaml';

import { ClerkError } from '../../errors/clerk-error.js';
import type { LocalClerkSeed } from '../local-clerk-options.js';
import { SEED_SCHEMA } from './seed-schema.js';
import type { SeedSchema } from './seed-schema.js';

type Yaml = typeof YamlModule;

interface SeedProblem {
  readonly line: number;
  readonly message: string;
}

/**
 * Reads seeds from a JSON or YAML file.
 *
 * @throws {@link ClerkError} `seed_invalid` with every problem and its line, or if the file cannot be read
 */
export async function readSeedFile(path: string): Promise<LocalClerkSeed> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new ClerkError('seed_invalid', `The seed file ${path} cannot be read.`, { cause: error });
  }
  return parseSeeds(text, path);
}

/** @throws {@link ClerkError} `seed_invalid` with every problem and its line */
export async function parseSeeds(text: string, path: string): Promise<LocalClerkSeed> {
  // JSON is YAML too, so one parser gives the line numbers of both.
  const yaml = await import('yaml');
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = document.errors.map(({ message, pos: [offset] }) => ({
    line: lines.linePos(offset).line,
    message,
  }));
  if (problems.length === 0 && document.contents !== null) {
    problems.push(...problemsOf(document.contents, SEED_SCHEMA, '', { yaml, lines }));
  }
  if (problems.length > 0) throw seedInvalid(path, problems);
  const { $schema: _schema, ...seeds } = (document.toJS() ?? {}) as LocalClerkSeed & { $schema?: string };
  return seeds;
}

interface ParserContext {
  readonly yaml: Yaml;
  readonly lines: LineCounter;
}

function problemsOf(node: Node, schema: SeedSchema, name: string, context: ParserContext): SeedProblem[] {
  const { yaml } = context;
  const resolved = yaml.isAlias(node) ? undefined : node;
  if (schema.type === 'object' && yaml.isMap(resolved)) {
    return problemsOfMap(resolved, schema, name, context);
  }
  if (schema.type === 'array' && yaml.isSeq(resolved)) {
    const { items } = schema;
    return resolved.items.flatMap((item, index) =>
      items ? problemsOf(item as Node, items, `${name}[${index}]`, context) : [],
    );
  }
  const message = yaml.isScalar(resolved) ? problemOfScalar(resolved.value, schema) : expected(schema);
  return message === undefined
    ? []
    : [{ line: lineOf(node, context), message: `${name || 'the file'} ${message}` }];
}

function problemsOfMap(
  map: YAMLMap,
  schema: SeedSchema,
  name: string,
  context: ParserContext,
): SeedProblem[] {
  const present = new Set<string>();
  const problems = map.items.flatMap(({ key, value }) => {
    const keyNode = key as Scalar;
    const property = String(keyNode.value);
    present.add(property);
    const path = name ? `${name}.${property}` : property;
    const known = schema.properties?.[property];
    if (known) return problemsOf(value as Node, known, path, context);
    return schema.additionalProperties === true
      ? []
      : [{ line: lineOf(keyNode, context), message: `${path} is not a known property` }];
  });
  const missing = (schema.required ?? []).filter(property => !present.has(property));
  return [
    ...problems,
    ...missing.map(property => ({
      line: lineOf(map, context),
      message: `${name} lacks the property ${property}`,
    })),
  ];
}

function problemOfScalar(value: unknown, schema: SeedSchema): string | undefined {
  const isOfType =
    schema.type === 'integer' ? Number.isInteger(value) : typeof value === schema.type && value !== null;
  if (!isOfType) return expected(schema);
  if (schema.enum && !schema.enum.includes(value as string))
    return `must be one of ${schema.enum.join(', ')}`;
  if (schema.minimum !== undefined && (value as number) < schema.minimum) {
    return `must be ${schema.minimum} or more`;
  }
  return undefined;
}

function expected({ type }: SeedSchema): string {
  const names = {
    object: 'an object',
    array: 'a list',
    string: 'a string',
    boolean: 'true or false',
    integer: 'an integer',
  };
  return `must be ${names[type]}`;
}

function lineOf(node: Node, { lines }: ParserContext): number {
  return lines.linePos(node.range?.[0] ?? 0).line;
}

function seedInvalid(path: string, problems: readonly SeedProblem[]): ClerkError {
  const listed = problems.map(({ line, message }) => `  ${path}:${line}: ${message}`);
  return new ClerkError('seed_invalid', `The seed file is not valid:\n${listed.join('\n')}`);
}

import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { camelCase } from './wire-names.mjs';

/** The reviewed table of names, checked against the document: a missing or unknown operation is an error. */
export async function readNames(path, operations) {
  const names = parse(await readFile(path, 'utf8'));
  const problems = [
    ...operations.filter(({ id }) => !names.operations[id]).map(({ id }) => `${id} has no method`),
    ...Object.keys(names.operations)
      .filter(id => !operations.some(operation => operation.id === id))
      .map(id => `${id} is not in the document`),
    ...Object.entries(names.operations)
      .filter(([, { method }]) => !names.groups[method.split('.')[0]])
      .map(([id, { method }]) => `${id} is in a group that is not declared: ${method}`),
  ];
  if (problems.length > 0) throw new Error(`names.yml does not fit the document:\n${problems.join('\n')}`);
  return names;
}

/**
 * The arguments of a method, from `takes`: each is a path parameter, a single field, or the object with all other fields.
 *
 * @param {{ id: string, path: string, pathParameters: string[], body?: { properties?: object } }} operation
 * @param {{ takes?: string[], paths?: Record<string, string> }} named
 * @returns {Array<{ kind: 'id' | 'field', name: string, wireName: string }
 *   | { kind: 'params', optional: boolean, ids: Array<{ name: string, wireName: string }> }>}
 */
export function argumentsOf(operation, { takes = [], paths = {} }) {
  const wireNames = new Map(
    operation.pathParameters.map(wireName => [paths[wireName] ?? camelCase(wireName), wireName]),
  );
  const used = new Set();
  const id = name => {
    if (!wireNames.has(name)) throw new Error(`${operation.id}: ${operation.path} has no {${name}}.`);
    used.add(name);
    return { kind: 'id', name, wireName: wireNames.get(name) };
  };
  const found = takes.map(text => {
    const [, optional, ids = ''] = /^params(\?)?(?:{(.+)})?$/.exec(text) ?? [];
    if (text.startsWith('params')) {
      return { kind: 'params', optional: optional === '?', ids: ids.split(/, */).filter(Boolean).map(id) };
    }
    return wireNames.has(text)
      ? id(text)
      : { kind: 'field', name: text, wireName: wireNameOf(operation, text) };
  });
  const missing = [...wireNames.keys()].filter(name => !used.has(name));
  if (missing.length > 0)
    throw new Error(`${operation.id}: names.yml does not say which argument is ${missing}.`);
  return found;
}

function wireNameOf(operation, name) {
  const declared = Object.keys(operation.body?.properties ?? {});
  const wireName = declared.find(candidate => camelCase(candidate) === name);
  if (!wireName) throw new Error(`${operation.id} has no field ${name}.`);
  return wireName;
}

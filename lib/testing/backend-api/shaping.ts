import { SCHEMAS } from '../generated/schemas.js';
import { camelCase } from './names.js';
import type { Shape } from './operation.js';

/** A page of a list, and the number of items in the whole list. */
export class Page {
  constructor(
    readonly items: readonly unknown[],
    readonly totalCount: number,
  ) {}
}

/** The key of properties that Clerk returns although its document does not have them, under their names on the wire. */
export const UNDOCUMENTED = Symbol('properties that the document does not have');

/**
 * Converts the result of an operation to the JSON of its response: exactly the properties of the schema, with the names
 * on the wire. A property is read under its name in camel case, or under its name on the wire. A missing required one
 * becomes `null`, or the empty value of its type.
 *
 * @param isPaginated - whether a list that is an array in the schema becomes `{ data, total_count }`
 */
export function shapeAnswer(shape: Shape, value: unknown, isPaginated = false): unknown {
  if (!(value instanceof Page)) return shaped(shape, value);
  const { items, totalCount } = value;
  const target = resolve(shape);
  if (target.type === 'array') {
    const data = items.map(item => shaped(target.items ?? {}, item));
    return isPaginated ? { data, total_count: totalCount } : data;
  }
  const list = Object.entries(target.properties ?? {}).find(([, { type, ref }]) => {
    return type === 'array' || (ref !== undefined && SCHEMAS[ref]?.type === 'array');
  });
  return shaped(shape, { [list?.[0] ?? 'data']: items, totalCount });
}

function shaped(shape: Shape, value: unknown): unknown {
  const nullable = shape.nullable === true;
  const target = resolve(shape);
  if (value === null || value === undefined) return nullable ? null : emptyValue(target);
  if (target.anyOf !== undefined) return shaped(alternativeFor(target.anyOf, value), value);
  if (target.type === 'array') {
    return Array.isArray(value) ? value.map(item => shaped(target.items ?? {}, item)) : [];
  }
  return target.properties === undefined ? value : shapedObject(target, value);
}

function shapedObject({ properties = {}, required = [] }: Shape, value: object): Record<string, unknown> {
  const entries: [string, unknown][] = Object.entries(
    (value as { [UNDOCUMENTED]?: object })[UNDOCUMENTED] ?? {},
  );
  for (const [name, property] of Object.entries(properties)) {
    const given = readProperty(value, name);
    const isRequired = required.includes(name) || isConstant(property);
    if (given === undefined ? isRequired : given !== null || isRequired || isNullable(property)) {
      entries.push([name, shaped(property, given)]);
    }
  }
  return Object.fromEntries(entries);
}

function readProperty(value: object, name: string): unknown {
  const camel = camelCase(name);
  if (Object.hasOwn(value, camel)) return (value as Record<string, unknown>)[camel];
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

/** Such as `object: 'user'`. */
function isConstant({ enum: values, type }: Shape): boolean {
  return values?.length === 1 && type === 'string';
}

function isNullable(shape: Shape): boolean {
  return shape.nullable === true || resolve(shape).nullable === true;
}

function emptyValue(shape: Shape): unknown {
  if (shape.nullable) return null;
  if (shape.enum !== undefined) return shape.enum[0];
  if (shape.anyOf !== undefined) return null;
  switch (shape.type) {
    case 'string':
      return '';
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return 0;
    case 'array':
      return [];
    case 'object':
      return shape.properties === undefined ? {} : shapedObject(shape, {});
    default:
      return null;
  }
}

/**
 * The alternative whose constants, such as `object` and `strategy`, equal those of the value, and that contains most of
 * it.
 */
function alternativeFor(alternatives: readonly Shape[], value: unknown): Shape {
  if (typeof value !== 'object' || value === null) return alternatives[0] ?? {};
  const given = (alternative: Shape): [property: Shape, value: unknown][] =>
    Object.entries(resolve(alternative).properties ?? {})
      .map(([name, property]): [Shape, unknown] => [property, readProperty(value, name)])
      .filter(([, own]) => own !== undefined);
  const fitting = alternatives
    .map(alternative => ({ alternative, given: given(alternative) }))
    .filter(candidate => candidate.given.every(([property, own]) => property.enum?.includes(own) ?? true))
    .sort((a, b) => b.given.length - a.given.length);
  return fitting[0]?.alternative ?? alternatives[0] ?? {};
}

function resolve(shape: Shape): Shape {
  return shape.ref === undefined ? shape : (SCHEMAS[shape.ref] ?? {});
}

import { argumentsOf } from '../../../tools/openapi/backend-api/names.mjs';
import { camelCase } from '../../../tools/openapi/backend-api/wire-names.mjs';
import type { Api, ApiOperation, NamedOperation } from './api-document.js';
import { SchemaSamples } from './schema-samples.js';

interface Argument {
  kind: 'id' | 'field' | 'params';
  name: string;
  wireName: string;
  ids: { name: string }[];
}

/** Arguments for a generated method: an id for each id parameter, and every field of its object. */
export function sampleArguments(
  { document }: Api,
  operation: ApiOperation,
  named: NamedOperation,
): unknown[] {
  const samples = new SchemaSamples(document);
  const given = argumentsOf(operation, named) as unknown as Argument[];
  const single = new Set(given.filter(({ kind }) => kind === 'field').map(({ wireName }) => wireName));
  return given.map(({ kind, name, ids }) => {
    if (kind === 'id') return `${name}_1`;
    if (kind === 'field') return /Ids$/.test(name) ? [`${name}_1`, `${name}_2`] : `${name}_1`;
    const inPath = Object.fromEntries(ids.map(id => [id.name, `${id.name}_1`]));
    const body = operation.body ? sampleBody(document, operation.body, samples, single, named) : undefined;
    if (Array.isArray(body)) return body as unknown;
    return { ...inPath, ...sampleQuery(operation, samples, named), ...(body as object | undefined) };
  });
}

function sampleQuery(operation: ApiOperation, samples: SchemaSamples, named: NamedOperation): object {
  const sent = operation.query.filter(({ name }) => name !== 'paginated' && !(name in (named.sends ?? {})));
  const entries = sent.map(({ name, schema }) => [camelCase(name), samples.of(schema ?? {}, name)]);
  const added = (named.query ?? []).map(name => [camelCase(name), 7]);
  return Object.fromEntries([...entries, ...added]) as object;
}

function sampleBody(
  document: Api['document'],
  schema: object,
  samples: SchemaSamples,
  single: ReadonlySet<string>,
  { wireNamed }: NamedOperation,
): unknown {
  const shape = document.shape(schema) as { type?: string; items?: object; properties?: Map<string, object> };
  if (shape.type === 'array') return [1, 2].map(() => toNames(document, shape.items!, samples, new Set()));
  return toNames(document, schema, samples, single, wireNamed);
}

/** A sample with the names of callers: camel case for every field that the document names. */
function toNames(
  document: Api['document'],
  schema: object,
  samples: SchemaSamples,
  leaveOut: ReadonlySet<string>,
  wireNamed = false,
): unknown {
  const shape = document.shape(schema) as {
    type?: string;
    format?: string;
    items?: object;
    properties?: Map<string, object>;
  };
  if (shape.type === 'array') return [toNames(document, shape.items!, samples, new Set())];
  if (!shape.properties) return samples.of(schema);
  return Object.fromEntries(
    [...shape.properties]
      .filter(([name]) => !leaveOut.has(name))
      .map(([name, property]) => [
        wireNamed ? name : camelCase(name),
        fieldSample(document, name, property, samples),
      ]),
  );
}

function fieldSample(
  document: Api['document'],
  name: string,
  schema: object,
  samples: SchemaSamples,
): unknown {
  const shape = document.shape(schema) as {
    type?: string;
    format?: string;
    properties?: unknown;
    items?: object;
  };
  if (shape.format === 'binary') return new Blob(['picture'], { type: 'image/png' });
  if (shape.type === 'string' && /_at$/.test(name)) return new Date('2026-05-12T10:00:00.000Z');
  if (shape.properties || shape.type === 'array') return toNames(document, schema, samples, new Set());
  return samples.of(schema, name);
}

import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Clerk's OpenAPI document, in the form that the generator needs. */
export class ApiDocument {
  #document;

  constructor(document) {
    this.#document = document;
  }

  static async read(path) {
    return new ApiDocument(parse(await readFile(path, 'utf8'), { maxAliasCount: -1 }));
  }

  get version() {
    return this.#document.info.version;
  }

  /** Every operation: its route, parameters and response. */
  operations() {
    return Object.entries(this.#document.paths).flatMap(([path, item]) =>
      METHODS.filter(method => item[method]).map(method => this.#operation(path, method, item)),
    );
  }

  /**
   * A schema as one plain shape. References are followed (`ref` is the name of the last one) and `allOf` is merged. The
   * members of `oneOf` and `anyOf` are merged too; a property that only some of them require is optional.
   */
  shape(schema) {
    const target = schema.$ref ? this.#resolve(schema.$ref) : schema;
    const own = schema.$ref ? { ...this.shape(target), ref: nameOf(schema.$ref) } : this.#ownShape(target);
    const all = (target.allOf ?? []).map(part => this.shape(part));
    const alternatives = (target.oneOf ?? target.anyOf ?? []).map(part => this.shape(part));
    if (schema.$ref) return own;

    const alternative = mergeAlternatives(alternatives.filter(part => part.type || part.properties));
    const parts = [...all, ...(alternative ? [alternative] : [])];
    // A type without properties adds nothing to the other parts.
    if (own.properties || own.values || parts.length === 0) parts.unshift(own);
    const merged = mergeAll(parts);
    return { ...merged, nullable: own.nullable, deprecated: own.deprecated };
  }

  /** A schema without the parts that do not change its shape. */
  bare(schema) {
    if (typeof schema !== 'object' || schema === null) return schema;
    if (Array.isArray(schema)) return schema.map(part => this.bare(part));
    return Object.fromEntries(
      Object.entries(schema)
        .filter(([key, value]) => !(['description', 'example'].includes(key) && typeof value !== 'object'))
        .map(([key, value]) => [key, this.bare(value)]),
    );
  }

  #ownShape(schema) {
    const properties = schema.properties && new Map(Object.entries(schema.properties));
    return {
      type: schema.type ?? (properties ? 'object' : undefined),
      nullable: schema.nullable === true,
      deprecated: schema.deprecated === true,
      format: schema.format,
      values: schema.enum,
      items: schema.items,
      properties,
      required: new Set(schema.required ?? []),
      additional: typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined,
      limits: {
        minimum: schema.minimum,
        maximum: schema.maximum,
        minLength: schema.minLength,
        maxLength: schema.maxLength,
        maxItems: schema.maxItems,
        default: schema.default,
      },
    };
  }

  #operation(path, method, item) {
    const source = item[method];
    const parameters = [...(item.parameters ?? []), ...(source.parameters ?? [])].map(parameter =>
      parameter.$ref ? this.#resolve(parameter.$ref) : parameter,
    );
    const body = source.requestBody && this.#follow(source.requestBody);
    const [mediaType, content] = Object.entries(body?.content ?? {})[0] ?? [];
    return {
      id: source.operationId,
      method: method.toUpperCase(),
      path,
      tag: source.tags?.[0] ?? '',
      deprecated: source.deprecated === true,
      pathParameters: [...path.matchAll(/{([^}]+)}/g)].map(([, name]) => name),
      query: parameters.filter(parameter => parameter.in === 'query'),
      body: content?.schema,
      multipart: mediaType === 'multipart/form-data',
      response: this.#response(source),
    };
  }

  #response({ responses }) {
    const success = Object.entries(responses).find(([status]) => /^2/.test(status))?.[1];
    return success && this.#follow(success).content?.['application/json']?.schema;
  }

  #follow(object) {
    return object.$ref ? this.#resolve(object.$ref) : object;
  }

  #resolve(ref) {
    const target = ref
      .slice(2)
      .split('/')
      .reduce((node, key) => node?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], this.#document);
    if (target === undefined) throw new Error(`The document has no ${ref}.`);
    return target;
  }
}

function nameOf(ref) {
  return ref.split('/').at(-1);
}

/** One of several shapes: the properties of all of them; required are those that all of them require. */
function mergeAlternatives(shapes) {
  if (shapes.length === 0) return undefined;
  const merged = mergeAll(shapes);
  const required = [...merged.required].filter(name => shapes.every(shape => shape.required.has(name)));
  return { ...merged, required: new Set(required) };
}

/** The combination of several shapes. A single shape keeps its name. */
function mergeAll(shapes) {
  if (shapes.length === 0) return { required: new Set(), limits: {} };
  if (shapes.length === 1) return shapes[0];
  const properties = shapes.flatMap(shape => [...(shape.properties ?? [])]);
  const sameValues = new Set(shapes.map(shape => JSON.stringify(shape.values))).size === 1;
  return {
    ...shapes[0],
    ref: undefined,
    values: sameValues ? shapes[0].values : undefined,
    properties: properties.length > 0 ? new Map(mergeProperties(properties)) : undefined,
    required: new Set(shapes.flatMap(shape => [...shape.required])),
  };
}

/** A property that several shapes declare differently has all declared values. */
function mergeProperties(entries) {
  const byName = new Map();
  for (const [name, schema] of entries) byName.set(name, [...(byName.get(name) ?? []), schema]);
  return [...byName].map(([name, schemas]) => [
    name,
    schemas.length === 1 ? schemas[0] : chooseProperty(schemas),
  ]);
}

function chooseProperty(schemas) {
  const distinct = [...new Map(schemas.map(schema => [JSON.stringify(schema), schema])).values()];
  if (distinct.length === 1) return distinct[0];
  const values = distinct.every(schema => schema.enum) && [
    ...new Set(distinct.flatMap(schema => schema.enum)),
  ];
  if (values) return { ...distinct[0], enum: values };
  const nullable = distinct.some(schema => schema.nullable === true);
  const widest = distinct.find(schema => !schema.enum) ?? distinct[0];
  return nullable && !widest.$ref ? { ...widest, nullable } : widest;
}

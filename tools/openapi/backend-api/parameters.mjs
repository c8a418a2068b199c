import { metadataTypeOf, plainType } from './models.mjs';
import { camelCase, pascalCase } from './wire-names.mjs';

/**
 * The fields of the object argument of a method: path parameters, and the operation's query parameters or the fields of
 * its body.
 *
 * @returns the fields of its interface, and the names of the nested objects, whose fields are sent in snake case too
 */
export function parametersOf(document, operation, config, ids, positional) {
  const taken = new Set(positional.map(({ wireName }) => wireName));
  const sent = new Set(Object.keys(config.sends ?? {}));
  const inPath = ids.map(({ name }) => ({ field: name, type: 'string', optional: false, doc: [] }));
  const query = queryFields(document, operation, config, sent);
  const body = operation.body
    ? bodyFields(document, operation, config, taken)
    : { fields: [], isList: false };
  if (query.length > 0 && body.fields.length > 0)
    throw new Error(`${operation.id} has both a query and a body.`);
  return {
    fields: [...inPath, ...query, ...body.fields],
    place: body.fields.length > 0 ? 'body' : 'query',
    pages: query.length === 0 ? false : ['limit', 'offset'].every(name => hasQuery(operation, config, name)),
    isList: body.isList,
    nested: body.nested,
  };
}

function hasQuery(operation, config, name) {
  return operation.query.some(parameter => parameter.name === name) || config.query?.includes(name) === true;
}

function queryFields(document, operation, config, sent) {
  const declared = operation.query.filter(({ name }) => !sent.has(name) && name !== 'paginated');
  const added = (config.query ?? []).map(name => ({ name, schema: { type: 'integer' } }));
  const byField = new Map();
  for (const parameter of [...declared, ...added]) {
    const field = camelCase(parameter.name);
    if (byField.has(field)) continue;
    const shape = document.shape(parameter.schema ?? {});
    byField.set(field, {
      field,
      type: config.types?.[parameter.name] ?? queryType(document, parameter.name, shape),
      optional: parameter.required !== true || config.optional?.includes(parameter.name) === true,
      doc: constraints(parameter.name, shape, parameter.deprecated),
    });
  }
  return [...byField.values()];
}

function queryType(document, name, shape) {
  if (shape.type === 'array') return `${grouped(queryType(document, name, document.shape(shape.items)))}[]`;
  if (shape.type === 'integer' && /_at(_|$)/.test(name)) return 'Date | number';
  return openType(shape);
}

function bodyFields(document, operation, config, taken) {
  const shape = document.shape(operation.body);
  const object = shape.type === 'array' ? document.shape(shape.items) : shape;
  const context = { document, config, operation };
  const nested = {};
  const fields = [...(object.properties ?? [])]
    .filter(([wireName]) => !taken.has(wireName))
    .map(([wireName, schema]) => bodyField(context, wireName, schema, object.required.has(wireName), nested));
  return {
    fields,
    isList: shape.type === 'array',
    nested: Object.keys(nested).length > 0 ? nested : undefined,
  };
}

function bodyField(context, wireName, schema, required, nested) {
  const { document, config } = context;
  const shape = document.shape(schema);
  const stated = config.types?.[wireName];
  const type = stated ?? bodyType(context, wireName, shape, nested);
  return {
    field: config.wireNamed ? wireName : camelCase(wireName),
    type: shape.nullable || config.nullable?.includes(wireName) ? `${type} | null` : type,
    optional: !required || config.optional?.includes(wireName) === true,
    doc: constraints(wireName, shape, shape.deprecated),
  };
}

function bodyType(context, wireName, shape, nested) {
  const { document, operation } = context;
  if (shape.type === 'array') {
    return `${grouped(bodyType(context, wireName, document.shape(shape.items), nested))}[]`;
  }
  if (shape.properties) {
    const below = {};
    const fields = [...shape.properties].map(([name, schema]) =>
      bodyField(
        { ...context, config: { types: context.config.types } },
        name,
        schema,
        shape.required.has(name),
        below,
      ),
    );
    nested[camelCase(wireName)] = below;
    return `{ ${fields.map(renderField).join('\n')} }`;
  }
  if (shape.format === 'binary') return 'Blob';
  if (shape.type === 'string' && (shape.format === 'date-time' || /_at$/.test(wireName)))
    return 'Date | string';
  if (shape.type === 'object') {
    const owner =
      /User/.test(operation.id) || operation.id.includes('Organization')
        ? operation.id
        : `User${operation.id}`;
    return plainType(shape, metadataTypeOf(owner, pascalCase(wireName)));
  }
  return openType(shape);
}

/** The known strings of a type that also accepts values which Clerk adds later. */
function openType(shape) {
  const type = plainType(shape);
  return type.startsWith("'") ? `OneOf<${type}>` : type;
}

function grouped(type) {
  return /[|&]/.test(type) && !/^(OneOf<[^>]*>|{[^]*})$/.test(type) ? `(${type})` : type;
}

/** The limits of a value. The descriptions of the document are not copied. */
function constraints(wireName, { type, limits = {} }, deprecated) {
  const { minimum, maximum, minLength, maxLength, maxItems, default: fallback } = limits;
  const doc = [];
  if (type === 'integer' && /_at(_|$)/.test(wireName)) doc.push('Unix time in milliseconds, or a `Date`.');
  if (minimum !== undefined && maximum !== undefined) doc.push(`From ${minimum} to ${maximum}.`);
  else if (minimum !== undefined) doc.push(`At least ${minimum}.`);
  else if (maximum !== undefined) doc.push(`At most ${maximum}.`);
  if (maxLength !== undefined)
    doc.push(`${minLength ? `${minLength} to` : 'At most'} ${maxLength} characters.`);
  if (maxItems !== undefined) doc.push(`At most ${maxItems} values.`);
  if (fallback !== undefined && fallback !== null && fallback !== '')
    doc.push(`By default \`${JSON.stringify(fallback).replaceAll('"', "'")}\`.`);
  if (deprecated) doc.push('@deprecated Clerk deprecated this parameter.');
  return doc;
}

export function renderField({ field, type, optional, doc }) {
  const comment = doc.length > 0 ? `/** ${doc.join(' ')} */\n` : '';
  return `${comment}${field}${optional ? '?' : ''}: ${type};`;
}

/** The interface of an object argument. Pagination parameters are inherited. */
export function renderParameters(name, { fields, pages }, about) {
  const own = pages ? fields.filter(({ field }) => field !== 'limit' && field !== 'offset') : fields;
  const body = own.map(renderField).join('\n');
  if (pages && own.length === 0) return `/** ${about} */\nexport type ${name} = PaginationParams;`;
  return `/** ${about} */\nexport interface ${name}${pages ? ' extends PaginationParams' : ''} {\n${body}\n}`;
}

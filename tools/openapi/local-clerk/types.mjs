import { camelCase } from '../backend-api/wire-names.mjs';

/** The TypeScript interface of the calls that the handlers of the operations receive. */
export function callTypes(operations) {
  const entries = operations.map(({ name, path, query, body }) => {
    const members = [
      ['path', pathType(path)],
      ['query', queryType(query)],
      ['body', body === undefined ? 'Empty' : typeOf(body)],
    ];
    return `${name}: { ${members.map(([key, type]) => `readonly ${key}: ${type}`).join('; ')} };`;
  });
  return `/** Nothing: the operation takes no such parameters. */
type Empty = Readonly<Record<never, never>>;

/** The validated call of each operation: names in camel case, with default values. */
export interface BackendApiCalls {
${entries.join('\n')}
}
`;
}

function pathType(path) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  return names.length === 0
    ? 'Empty'
    : `{ ${names.map(name => `readonly ${camelCase(name)}: string`).join('; ')} }`;
}

function queryType(query = {}) {
  // The document has one parameter under two spellings, `frontendApi` and `frontend_api`.
  const byName = new Map(Object.entries(query).map(([name, shape]) => [camelCase(name), shape]));
  const members = [...byName].map(([name, shape]) => {
    const isPresent = shape.isRequired || shape.default !== undefined || shape.type === 'array';
    return `readonly ${name}${isPresent ? '' : '?'}: ${typeOf({ ...shape, nullable: undefined })}`;
  });
  return members.length === 0 ? 'Empty' : `{ ${members.join('; ')} }`;
}

function typeOf(shape) {
  const type = typeWithoutNull(shape);
  return shape.nullable && type !== 'unknown' ? `${type} | null` : type;
}

function typeWithoutNull({ type, enum: values, items, format, properties, required = [] }) {
  if (values !== undefined) return values.map(value => JSON.stringify(value)).join(' | ');
  switch (type) {
    case 'string':
      return format === 'date-time' ? 'Date' : 'string';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'array':
      return `readonly (${typeOf(items ?? {})})[]`;
    case 'object':
      return properties === undefined ? 'Record<string, unknown>' : objectType(properties, required);
    default:
      return 'unknown';
  }
}

function objectType(properties, required) {
  const members = Object.entries(properties).map(([name, shape]) => {
    const isRequired = required.includes(name);
    // `null` for an optional field counts as missing, so every optional field may be null.
    return `readonly ${camelCase(name)}${isRequired ? '' : '?'}: ${typeOf({ ...shape, nullable: shape.nullable || !isRequired })}`;
  });
  return `{ ${members.join('; ')} }`;
}

import { renderMethodDoc, renderIteratorDoc } from './method-docs.mjs';
import { byIdentifier, renderImports } from './model-source.mjs';
import { renderParameters } from './parameters.mjs';
import { kebabCase } from './wire-names.mjs';

const REFERENCE = 'https://clerk.com/docs/reference/backend-api';

/** The source of the class of a group. */
export function renderResource(name, group, methods, models, header) {
  const body = methods.flatMap(method => [renderMethod(method), method.iterator && renderIterator(method)]);
  const text = body.filter(Boolean).join('\n\n');
  const deprecated = group.deprecated ? `\n *\n * @deprecated ${group.deprecated}` : '';
  return `${header}
${renderClassImports(name, methods, models, text)}

/**
 * ${group.about} {@link BackendApiResource} says how the methods fail.${deprecated}
 *
 * @see ${REFERENCE}
 */
export class ${group.composed ? `Generated${group.class}` : group.class} extends BackendApiResource {
${text}
}
`;
}

/** The source of the parameter types of a group; `undefined` if its methods have none. */
export function renderParameterFile(group, methods, header) {
  const withParams = methods.filter(({ paramsType }) => paramsType);
  if (withParams.length === 0) return undefined;
  const text = withParams
    .map(({ paramsType, parameters, name }) =>
      renderParameters(paramsType, parameters, `The parameters of {@link ${group.class}.${name}}.`),
    )
    .join('\n\n');
  const imports = [
    /\bOneOf</.test(text) && "import type { OneOf } from '../one-of.js';",
    /\bPaginationParams\b/.test(text) &&
      "import type { PaginationParams } from '../transport/pagination.js';",
    /Metadata\b/.test(text) &&
      "// The global types that applications extend are loaded with the parameters.\nimport '../metadata.js';",
  ];
  return `${header}\n${imports.filter(Boolean).join('\n')}\n\n${text}\n`;
}

function renderClassImports(name, methods, models, text) {
  const helpers = new Set(methods.flatMap(({ result }) => result.helpers));
  const pagination = [...helpers].filter(helper => helper !== 'listOf');
  if (/\biteratePages\b/.test(text)) pagination.push('iteratePages');
  if (/\biterateOnce\b/.test(text)) pagination.push('iterateOnce');
  const modelNames = [...new Set(methods.flatMap(({ result }) => result.models))].sort();
  const params = methods
    .map(({ paramsType }) => paramsType)
    .filter(Boolean)
    .sort();
  return [
    "import { BackendApiResource } from '../resource.js';",
    helpers.has('listOf') && "import { listOf } from '../transport/decode.js';",
    "import type { BackendApiRequestOptions } from '../transport/operation.js';",
    pagination.length > 0 &&
      `import { ${pagination.sort(byIdentifier).join(', ')} } from '../transport/pagination.js';`,
    "import { apiPath } from '../transport/path.js';",
    ...renderModelImports(modelNames, models, text),
    params.length > 0 && `import type { ${params.join(', ')} } from './${kebabCase(name)}-params.js';`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** Models that are classes and occur only in types are imported as types. */
function renderModelImports(names, models, text) {
  return renderImports(names, models, { from: './models' }).map(line =>
    line.replace(/(?<=[{,] )([A-Z]\w*)(?=[ ,])/g, name =>
      new RegExp(`\\b${name}\\.`).test(text) ? name : `type ${name}`,
    ),
  );
}

function renderMethod(method) {
  const { name, result } = method;
  const request = `this.transport.request(\n${renderOperation(method)},\nrequestOptions)`;
  const typed =
    result.decode || result.kind === 'nothing'
      ? request
      : request.replace('request(', `request<${result.type}>(`);
  return `${renderMethodDoc(method)}
async ${name}(${signature(method)}): Promise<${result.type}> {
  return ${typed};
}`;
}

function signature({ args, config, parameters, paramsType }) {
  const listed = args.map(arg => {
    if (arg.kind !== 'params') return `${arg.name}: ${arg.kind === 'id' ? 'string' : fieldType(arg)}`;
    const type = parameters.isList ? `${paramsType}[]` : paramsType;
    const pattern = destructured(arg, config, parameters);
    const fallback = config.paramsDefault ? JSON.stringify(config.paramsDefault).replaceAll('"', '') : '{}';
    return `${pattern}: ${type}${arg.optional ? ` = ${fallback}` : ''}`;
  });
  return [...listed, 'requestOptions?: BackendApiRequestOptions'].join(', ');
}

function fieldType({ name }) {
  return /Ids$/.test(name) ? 'string[]' : 'string';
}

/** Takes IDs and fields with a default out of the object; the rest is sent unchanged. */
function destructured({ ids }, { defaults = {} }, { fields, place }) {
  const names = ids.map(({ name }) => name);
  const withDefault = Object.entries(defaults).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  if (names.length === 0 && withDefault.length === 0) return 'params';
  const rest = fields.length > names.length ? [`...${place}`] : [];
  return `{ ${[...names, ...withDefault, ...rest].join(', ')} }`;
}

function renderOperation({ operation, config, args, holder, parameters, result, group }) {
  const lines = [
    `operation: '${operation.id}'`,
    `method: '${operation.method}'`,
    `path: ${renderPath(operation, args)}`,
  ];
  if (group.unversioned) lines.push('unversioned: true');
  if (config.public) lines.push("auth: 'none'");
  const query = renderSent('query', config.sends ?? {}, holder, parameters, config);
  if (query) lines.push(query);
  const fields = args.filter(({ kind }) => kind === 'field');
  if (fields.length > 0) lines.push(`body: { ${fields.map(({ name }) => name).join(', ')} }`);
  else {
    const body = renderSent('body', {}, holder, parameters, config);
    if (body) lines.push(operation.multipart ? asForm(body) : body);
  }
  if (parameters.nested) lines.push(`nested: ${JSON.stringify(parameters.nested).replaceAll('"', '')}`);
  if (result.kind === 'text') lines.push("expects: 'text'");
  if (result.decode) lines.push(`decode: ${result.decode}`);
  return `{ ${lines.join(', ')} }`;
}

function renderPath(operation, args) {
  const ids = args.flatMap(arg => (arg.kind === 'params' ? arg.ids : arg.kind === 'id' ? [arg] : []));
  const byWireName = new Map(ids.map(({ wireName, name }) => [wireName, name]));
  return `apiPath\`${operation.path.replace(/{([^}]+)}/g, (_, wireName) => `\${${byWireName.get(wireName)}}`)}\``;
}

/** `body` → `form: body`, `body: params` → `form: params`. */
function asForm(body) {
  return body === 'body' ? 'form: body' : body.replace(/^body/, 'form');
}

/** The `query` or the `body` of an operation; `undefined` if the method has none. */
function renderSent(place, always, holder, parameters, { defaults = {} }) {
  const fixed = Object.entries(always).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  const has = holder && parameters.place === place && parameters.fields.length > holder.ids.length;
  if (!has) return fixed.length > 0 ? `${place}: { ${fixed.join(', ')} }` : undefined;
  const taken = holder.ids.length > 0 || Object.keys(defaults).length > 0;
  const source = taken ? place : 'params';
  const extra = [...Object.keys(defaults), ...fixed];
  if (extra.length === 0) return source === place ? place : `${place}: ${source}`;
  return `${place}: { ...${source}, ${extra.join(', ')} }`;
}

function renderIterator(method) {
  const { name, iterator, args, holder, parameters, paramsType, result } = method;
  const positional = args.filter(({ kind }) => kind !== 'params').map(arg => arg.name);
  const listed = args.map(arg =>
    arg.kind === 'params' ? `params: ${paramsType}${arg.optional ? ' = {}' : ''}` : `${arg.name}: string`,
  );
  const call = params => `this.${name}(${[...positional, ...params, 'requestOptions'].join(', ')})`;
  const body =
    holder && parameters.pages
      ? `iteratePages(page => ${call(['{ ...params, ...page }'])}, params)`
      : `iterateOnce(() => ${call(holder ? ['params'] : [])})`;
  return `${renderIteratorDoc(method)}
${iterator}(${[...listed, 'requestOptions?: BackendApiRequestOptions'].join(', ')}): AsyncGenerator<${result.item}, void, undefined> {
  return ${body};
}`;
}

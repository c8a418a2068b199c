import { byIdentifier, renderImports } from './models.mjs';
import { argumentsOf } from './names.mjs';
import { parametersOf, renderParameters } from './parameters.mjs';
import { resultOf } from './results.mjs';
import { kebabCase, pascalCase } from './wire-names.mjs';

const REFERENCE = 'https://clerk.com/docs/reference/backend-api';

/** A method with all that is to be written about it. */
export function describeMethod(document, models, operation, config, group, argumentNames) {
  const name = config.method.split('.')[1];
  const reference = `${REFERENCE}/tag/${slug(operation.tag)}/${operation.method}${operation.path}`;
  const described = {
    name,
    operation,
    config,
    group,
    reference,
    route: `${operation.method} ${operation.path}`,
  };
  if (config.handwritten) return { ...described, iterator: config.iterates ? iteratorName(name) : undefined };

  const args = argumentsOf(operation, config);
  const positional = args.filter(({ kind }) => kind === 'field');
  const holder = args.find(({ kind }) => kind === 'params');
  const parameters = parametersOf(document, operation, config, holder?.ids ?? [], positional);
  const result = resultOf(document, models, operation, config);
  const isList = operation.method === 'GET' && (result.kind === 'page' || result.kind === 'list');
  return {
    ...described,
    argumentNames,
    args,
    holder,
    parameters,
    result,
    iterator: isList ? iteratorName(name) : undefined,
    paramsType:
      holder && `${/[A-Z]/.test(name) ? '' : group.class.replace(/A(PI|pi)$/, '')}${pascalCase(name)}Params`,
  };
}

/** `getUserList` → `iterateUserList`. */
function iteratorName(name) {
  return `iterate${pascalCase(name.replace(/^get(?=[A-Z])/, ''))}`;
}

function slug(tag) {
  return tag
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The types of the arguments of a group's methods. */
export function renderParameterFile(methods, header) {
  const rendered = methods
    .filter(({ paramsType }) => paramsType)
    .map(({ paramsType, parameters, config, name }) =>
      renderParameters(
        paramsType,
        parameters,
        `What {@link ${methods[0].group.class}.${name}} takes.`,
        config,
      ),
    );
  const text = rendered.join('\n\n');
  const imports = [
    /\bOneOf</.test(text) && "import type { OneOf } from '../one-of.js';",
    /\bPaginationParams\b/.test(text) &&
      "import type { PaginationParams } from '../transport/pagination.js';",
    /Metadata\b/.test(text) &&
      "// The global types that an application augments come with the parameters.\nimport '../metadata.js';",
  ].filter(Boolean);
  return rendered.length === 0 ? undefined : `${header}\n${imports.join('\n')}\n\n${text}\n`;
}

/**
 * The classes of a group: one, or several of which each extends the one before where names.yml parts a group that is too
 * long for one file.
 *
 * @returns {Array<{ fileName: string, source: string }>}
 */
export function renderResource(name, group, methods, models, header) {
  const rest = new Set(methods);
  const parts = Object.entries(group.parts ?? {}).map(([fileName, pattern]) => {
    const own = methods.filter(method => rest.has(method) && new RegExp(pattern).test(method.name));
    own.forEach(method => rest.delete(method));
    return { fileName, className: `${pascalCase(fileName.replaceAll('-', '_'))}Methods`, methods: own };
  });
  const fileName = kebabCase(name);
  parts.push({ fileName, className: group.class, methods: [...rest] });
  return parts.map((part, index) => ({
    fileName: part.fileName,
    source: renderClass(part, parts[index - 1], group, models, `${fileName}-params`, header),
  }));
}

function renderClass({ className, methods }, base, group, models, paramsFile, header) {
  const body = methods.flatMap(method => [renderMethod(method), method.iterator && renderIterator(method)]);
  const text = body.filter(Boolean).join('\n\n');
  const about = className === group.class ? group.about : `A part of {@link ${group.class}}.`;
  const deprecated = group.deprecated ? `\n *\n * @deprecated ${group.deprecated}` : '';
  return `${header}
${renderClassImports(methods, models, paramsFile, text, base)}

/**
 * ${about}${deprecated}
 *
 * @see ${REFERENCE}
 */
export class ${className} extends ${base?.className ?? 'BackendApiResource'} {
${text}
}
`;
}

function renderClassImports(methods, models, paramsFile, text, base) {
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
    helpers.has('listOf') && "import { listOf } from '../transport/decode.js';",
    "import type { BackendApiRequestOptions } from '../transport/operation.js';",
    pagination.length > 0 &&
      `import { ${pagination.sort(byIdentifier).join(', ')} } from '../transport/pagination.js';`,
    "import { apiPath } from '../transport/path.js';",
    base
      ? `import { ${base.className} } from './${base.fileName}.js';`
      : "import { BackendApiResource } from '../resource.js';",
    ...renderModelImports(modelNames, models, text),
    params.length > 0 && `import type { ${params.join(', ')} } from './${paramsFile}.js';`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** Models that are classes and are only returned are imported as types. */
function renderModelImports(names, models, text) {
  return renderImports(names, models, './models').map(line =>
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

function renderMethodDoc(method) {
  const { args, config, operation, parameters, reference, route, group, holder, result } = method;
  const tags = [
    ...args
      .filter(({ kind }) => kind !== 'params')
      .map(arg => `@param ${arg.name} - ${describeArgument(arg, method.argumentNames)}`),
    holder && `@param params - ${describeParams(parameters, holder)}`,
    '@param requestOptions - for this call only',
    result.kind === 'page' && '@returns a part of the list, and how many items there are in all',
    '@throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached',
    operation.pathParameters.length > 0 &&
      '@throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one',
    (config.deprecated ?? (operation.deprecated && 'Clerk has deprecated the endpoint.')) &&
      !group.deprecated &&
      `@deprecated ${config.deprecated ?? 'Clerk has deprecated the endpoint.'}`,
    `@see ${reference}`,
  ];
  return `/**\n * ${config.does}\n *\n * \`${route}\`\n *\n${tags
    .filter(Boolean)
    .map(tag => ` * ${tag}`)
    .join('\n')}\n */`;
}

const ACRONYMS = { api: 'API', oauth: 'OAuth', saml: 'SAML', scim: 'SCIM', url: 'URL' };

function describeArgument({ kind, name }, named) {
  if (named[name]) return named[name];
  const words = kebabCase(name)
    .split('-')
    .map(word => ACRONYMS[word] ?? word)
    .join(' ');
  if (kind === 'id') return `the id of the ${words.replace(/ ?id$/, '') || 'entry'}`;
  return `the ${words.replace(/ ids$/, "s' ids")}`;
}

const MOST_NAMES = 5;

/** Which fields the object has: those that must be there first. */
function describeParams({ fields, isList }, { optional }) {
  const names = required => fields.filter(field => field.optional !== required).map(({ field }) => field);
  const needed = enumerate(names(true));
  const others = enumerate(names(false));
  const parts = [needed, others && `${needed ? 'optionally ' : ''}${others}`].filter(Boolean).join('; ');
  return `${isList ? 'of each ' : ''}${parts}${optional ? '; may be left out' : ''}`;
}

function enumerate(names) {
  const shown = names.slice(0, MOST_NAMES).map(name => `\`${name}\``);
  return shown.join(', ') + (names.length > MOST_NAMES ? ', …' : '');
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

/** Ids and fields with a default are taken out of the object; the rest is sent as it is. */
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

/** `query` or `body`, as far as this method has one. */
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
  const { name, iterator, args, holder, parameters, paramsType } = method;
  const { result, route, config, reference, operation, group } = method;
  const positional = args.filter(({ kind }) => kind !== 'params').map(({ name }) => name);
  const listed = args.map(arg =>
    arg.kind === 'params' ? `params: ${paramsType}${arg.optional ? ' = {}' : ''}` : `${arg.name}: string`,
  );
  const call = params => `this.${name}(${[...positional, ...params, 'requestOptions'].join(', ')})`;
  const paged = holder && parameters.pages;
  const body = paged
    ? `iteratePages(page => ${call(['{ ...params, ...page }'])}, params)`
    : `iterateOnce(() => ${call(holder ? ['params'] : [])})`;
  const tags = [
    ...args
      .filter(({ kind }) => kind !== 'params')
      .map(arg => `@param ${arg.name} - ${describeArgument(arg, method.argumentNames)}`),
    holder && `@param params - which${paged ? '; `limit` is the size of a page, 100 by default' : ''}`,
    '@param requestOptions - for each call',
    '@throws {@link ClerkAPIResponseError} from the loop, when a call fails',
    (config.deprecated ?? operation.deprecated) && !group.deprecated && `@deprecated ${config.deprecated}`,
    `@see ${reference}`,
  ];
  return `/**
 * Goes through all that {@link ${name}} lists, one after the other${paged ? '; a page is fetched when it is reached' : ''}.
 *
 * \`${route}\`
 *
${tags
  .filter(Boolean)
  .map(tag => ` * ${tag}`)
  .join('\n')}
 */
${iterator}(${[...listed, 'requestOptions?: BackendApiRequestOptions'].join(', ')}): AsyncGenerator<${result.item}, void, undefined> {
  return ${body};
}`;
}

import { posix } from 'node:path';
import { METADATA } from './models.mjs';
import { constantCase, inWords, withArticle } from './wire-names.mjs';

const DECODERS =
  /\b(listOf|ifPresent|nullable|optional|withDefault|stringOrEmpty|objectOrEmpty|valueOrNull)\b/g;

/** The source of a file of models: interfaces, types of their JSON, decoders. */
export function renderModels(models, registry, header) {
  const own = new Set(models.map(({ name }) => name));
  const used = new Set(models.flatMap(({ uses }) => [...uses]).filter(name => !own.has(name)));
  const types = models.flatMap(({ fields }) => fields.map(({ type }) => type));
  const lines = [
    `import { ${decodersOf(models).sort(byIdentifier).join(', ')} } from '../../transport/decode.js';`,
    types.some(type => METADATA.test(type.replace(' | null', ''))) &&
      "// The global types that applications extend are loaded with the model.\nimport '../../metadata.js';",
    types.some(type => type.includes('LastAuthenticationStrategy')) &&
      "import type { LastAuthenticationStrategy } from '../../models/client-strategy.js';",
    ...renderImports(used, registry, { withJson: true }),
  ];
  const source = [
    ...models.flatMap(model => [renderInterface(model, registry), renderJson(model, registry)]),
    ...models.map(renderDecoder),
    ...models.map(renderFieldMap),
  ];
  return `${header}\n${lines.filter(Boolean).join('\n')}\n\n${source.filter(Boolean).join('\n\n')}\n`;
}

function decodersOf(models) {
  const named = models.flatMap(({ fields }) =>
    fields.flatMap(({ decode = '' }) => decode.match(DECODERS) ?? []),
  );
  const around = models.flatMap(({ config }) => [
    config.keepsRaw && 'withRaw',
    config.keepsWireNames && 'withWireNames',
  ]);
  return [...new Set(['decodeObject', 'type FieldMap', ...named, ...around])].filter(Boolean);
}

/**
 * The imports of models from their files, one for each file: decoders and types.
 *
 * @param {Iterable<string>} names
 * @param {{ from?: string, withJson?: boolean }} options `from` is the path to `generated/models/`
 */
export function renderImports(names, registry, { from = '.', withJson = false } = {}) {
  const byFile = new Map();
  for (const name of names) {
    const { identifier } = registry.decoderOf(name);
    const imported = identifier === name ? [name] : [identifier, `type ${name}`];
    if (withJson) imported.push(`type ${registry.jsonOf(name)}`);
    byFile.set(registry.fileOf(name), [...(byFile.get(registry.fileOf(name)) ?? []), ...imported]);
  }
  return [...byFile]
    .map(([file, identifiers]) => [join(from, file), identifiers.sort(byIdentifier)])
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([file, identifiers]) => `import { ${identifiers.join(', ')} } from '${file}.js';`);
}

/** A path in the form that an import needs. */
function join(base, path) {
  const joined = posix.join(base, path);
  return joined.startsWith('.') ? joined : `./${joined}`;
}

/** Compares two names of an import without the word `type`. */
export function byIdentifier(a, b) {
  return a.replace('type ', '').localeCompare(b.replace('type ', ''));
}

function renderInterface({ name, config, fields }, registry) {
  const lines = fields.map(field => renderField(field, 'readonly '));
  if (config.keepsRaw) {
    const about =
      'The JSON of the Backend API, unchanged. It is not enumerable: copies, logs and JSON do not have it.';
    lines.push(`/** ${about} */\nreadonly raw: ${registry.jsonOf(name)};`);
  }
  const about =
    config.about ?? `${withArticle(inWords(name), { capital: true })}, as the Backend API returns it.`;
  return `/** ${about} */\nexport interface ${name} {\n${lines.join('\n')}\n}`;
}

function renderJson({ name, json }, registry) {
  const type = registry.jsonOf(name);
  if (type === name) return undefined;
  const lines = json.map(field => renderField(field));
  return `/** The JSON of {@link ${name}}, with the names and values that the Backend API sends. */
export interface ${type} {\n${lines.join('\n')}\n}`;
}

function renderField({ field, type, optional, doc }, modifier = '') {
  const comment = doc.length > 0 ? `/** ${doc.join(' ')} */\n` : '';
  return `${comment}${modifier}${field}${optional ? '?' : ''}: ${type};`;
}

function renderDecoder({ name, config }) {
  const computed = config.keepsRaw ? `<${name}, 'raw'>` : `<${name}>`;
  let read = `decodeObject${computed}(json, ${constantCase(name)}_FIELDS)`;
  if (config.keepsRaw) read = `withRaw(${read}, json)`;
  if (config.keepsWireNames) read = `withWireNames(${read}, json)`;
  return `/** Decodes the JSON of the Backend API. */\nexport function decode${name}(json: unknown): ${name} {\nreturn ${read};\n}`;
}

function renderFieldMap({ name, config, fields }) {
  const computed = config.keepsRaw ? `, 'raw'` : '';
  const entries = fields.map(({ field, wireName, decode }) =>
    decode ? `${field}: ['${wireName}', ${decode}],` : `${field}: '${wireName}',`,
  );
  return `const ${constantCase(name)}_FIELDS: FieldMap<${name}${computed}> = {\n${entries.join('\n')}\n};`;
}

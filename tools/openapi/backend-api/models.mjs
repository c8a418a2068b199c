import { posix } from 'node:path';
import { camelCase, constantCase, kebabCase, pascalCase } from './wire-names.mjs';

/** The models of what the API answers: an interface each, with the map by which its JSON is read. */
export class Models {
  #document;
  #config;
  #names = new Map();
  #schemas = new Map();
  #models = new Map();

  constructor(document, config) {
    this.#document = document;
    this.#config = config;
    for (const [name, { of = [] }] of Object.entries(config)) {
      for (const schema of of) this.#names.set(schema, name);
    }
    for (const [name, { of, made }] of Object.entries(config)) {
      if (made) this.use({ $ref: `#/components/schemas/${of[0]}` }, name);
    }
  }

  /** Everything that {@link use} asked for, by name. */
  get all() {
    return [...this.#models.values()].sort((a, b) => a.name.localeCompare(b.name));
  }

  /** Models are together that are about one thing, as the first word of their names says. */
  subjectOf(name) {
    return this.#config[name]?.file ?? kebabCase(name).split('-')[0];
  }

  /** The file of a model, relative to `lib/backend-api/generated/models/`, without its ending. */
  fileOf(name) {
    const { handwritten } = this.#config[name] ?? {};
    return handwritten ? `../../models/${handwritten}` : `./${this.subjectOf(name)}`;
  }

  keepsRaw(name) {
    return this.#config[name]?.keepsRaw === true;
  }

  /** All of them, by the file that they are in. */
  bySubject() {
    const subjects = new Map();
    for (const model of this.all) {
      const subject = this.subjectOf(model.name);
      subjects.set(subject, [...(subjects.get(subject) ?? []), model]);
    }
    return subjects;
  }

  /** The names under which the decoder of a model is imported and called. */
  decoderOf(name) {
    const decode = this.#config[name]?.decode ?? `decode${name}`;
    return { expression: decode, identifier: decode.split('.')[0] };
  }

  /**
   * The model of an object schema; {@link complete} makes it, when all schemas that it stands for are known.
   *
   * @param {string} fallback its name, when it has none of its own
   * @param {{ name?: string }} [as] the name that it has whatever the schema is called
   */
  use(schema, fallback, { name: given } = {}) {
    const { ref } = this.#document.shape(schema);
    const name = given ?? this.#nameOf(ref, fallback);
    const config = this.#config[name];
    if (config?.handwritten) return name;

    const known = this.#schemas.get(name) ?? new Map();
    for (const part of config?.of ?? []) known.set(part, { $ref: `#/components/schemas/${part}` });
    const declared = ref ? { $ref: `#/components/schemas/${ref}` } : schema;
    if (!config?.of) known.set(JSON.stringify(this.#document.bare(declared)), declared);
    if (known.size > 1 && !config?.of && !config?.merge) {
      throw new Error(`Two schemas would both be ${name}: say in names.yml what they are to be called.`);
    }
    this.#schemas.set(name, known);
    return name;
  }

  /** Makes the models that were asked for, and those which they hold. */
  complete() {
    let made = -1;
    while (made !== this.#models.size) {
      made = this.#models.size;
      for (const [name, schemas] of this.#schemas) {
        if (this.#models.has(name)) continue;
        const [first, ...others] = schemas.values();
        this.#define(name, others.length === 0 ? first : { anyOf: [...schemas.values()] });
      }
    }
  }

  #nameOf(ref, fallback) {
    if (ref === undefined) return fallback;
    return (
      this.#names.get(ref) ?? pascalCase(ref.replace(/[^A-Za-z0-9_]/g, '').replace(/Response(?=-?\d*$)/, ''))
    );
  }

  #define(name, schema) {
    const config = this.#config[name] ?? {};
    const shape = this.#document.shape(schema);
    if (!shape.properties) throw new Error(`${name} is not an object.`);
    const model = { name, config, fields: [], uses: new Set() };
    this.#models.set(name, model);
    for (const [wireName, property] of shape.properties) {
      if (config.leaveOut?.includes(wireName)) continue;
      const required = shape.required.has(wireName) || config.required?.includes(wireName) === true;
      model.fields.push(this.#field(model, wireName, property, required));
    }
    for (const [field, added] of Object.entries(config.add ?? {}))
      model.fields.push(this.#added(model, field, added));
  }

  /** A field that the document has not. */
  #added(model, field, { from, type, decode, list, one }) {
    const added = { field, wireName: from, type, decode, optional: false, doc: [] };
    const used = list ?? one;
    if (!used) return added;
    model.uses.add(used);
    const { expression } = this.decoderOf(used);
    return {
      ...added,
      type: type ?? (list ? `${list}[]` : one),
      decode: list ? `listOf(${expression})` : `ifPresent(${expression})`,
    };
  }

  #field(model, wireName, schema, required) {
    const { config, name } = model;
    const shape = this.#document.shape(schema);
    const field = config.rename?.[wireName] ?? camelCase(wireName);
    const stated = config.nullable?.includes(wireName) || shape.nullable;
    const nullable = stated && !config.notNull?.includes(wireName);
    const fallback = config.defaults?.[wireName];
    const value = config.types?.[wireName]
      ? { type: config.types[wireName] }
      : this.#value(model, shape, schema, name + pascalCase(wireName));
    if (config.neverNull?.includes(wireName)) {
      const type = `${value.type} | undefined`;
      return {
        field,
        wireName,
        type,
        optional: false,
        decode: `optional(${value.decode})`,
        doc: fieldDoc(wireName, shape),
      };
    }
    return {
      field,
      wireName,
      type: nullable && value.type !== 'unknown' ? `${value.type} | null` : value.type,
      optional: !required && fallback === undefined,
      decode: fallback ?? decoderFor(value, required, nullable),
      doc: fieldDoc(wireName, shape),
      raw: { type: this.#rawType(value) + (shape.nullable ? ' | null' : ''), optional: !required },
    };
  }

  /** The type of a value as it is on the wire. Of a model without `raw` no more is said than that it is an object. */
  #rawType({ type, model, list }) {
    if (!model) return type;
    return (this.#config[model]?.keepsRaw ? `${model}JSON` : 'Record<string, unknown>') + (list ? '[]' : '');
  }

  /** The TypeScript type of a value, and what reads it where it is not taken as it is. */
  #value(model, shape, schema, fallback) {
    if (shape.type === 'array') {
      const item = this.#value(model, this.#document.shape(shape.items), shape.items, singular(fallback));
      const type = /[|&]/.test(item.type) ? `(${item.type})[]` : `${item.type}[]`;
      return item.decode ? { ...item, type, decode: `listOf(${item.decode})`, list: true } : { type };
    }
    if (shape.properties) {
      const used = this.use(schema, fallback);
      model.uses.add(used);
      return { type: used, model: used, decode: this.decoderOf(used).expression };
    }
    return { type: plainType(shape, metadataTypeOf(model.name, fallback)) };
  }
}

/**
 * A list that must be there is empty when it is not, and an object that must be there or `null` is `null`; anything else
 * that is missing or `null` stays so.
 */
function decoderFor({ decode, list }, required, nullable) {
  if (!decode) return undefined;
  if (required && nullable) return `nullable(${decode})`;
  return required && list ? decode : `ifPresent(${decode})`;
}

/** The type of a value without fields of its own. */
export function plainType(shape, objectType = 'Record<string, unknown>') {
  const values = shape.values?.filter(value => value !== null);
  if (values?.length > 0) return values.map(value => literal(value)).join(' | ');
  if (shape.type === 'string') return 'string';
  if (shape.type === 'integer' || shape.type === 'number') return 'number';
  if (shape.type === 'boolean') return 'boolean';
  if (shape.type === 'object') return shape.additional?.type === 'string' ? stringRecord(shape) : objectType;
  return 'unknown';
}

function stringRecord({ additional }) {
  return `Record<string, string${additional.nullable ? ' | null' : ''}>`;
}

function literal(value) {
  return typeof value === 'string' ? `'${value.replaceAll("'", "\\'")}'` : String(value);
}

const METADATA = /(Public|Private|Unsafe)Metadata$/;

/** Metadata has a type that the application can declare. */
export function metadataTypeOf(owner, fieldName) {
  const kind = METADATA.exec(fieldName)?.[1];
  if (!kind) return undefined;
  if (/OrganizationMembership|OrganizationInvitation/.test(owner)) {
    return `${/OrganizationMembership/.exec(owner)?.[0] ?? 'OrganizationInvitation'}${kind}Metadata`;
  }
  if (/Organization/.test(owner)) return `Organization${kind}Metadata`;
  return /User/.test(owner) ? `User${kind}Metadata` : undefined;
}

function singular(name) {
  return name.replace(/ies$/, 'y').replace(/s$/, '');
}

function fieldDoc(wireName, shape) {
  const doc = [];
  if (shape.type === 'integer' && /_at$/.test(wireName)) doc.push('Milliseconds since 1970.');
  if (shape.deprecated) doc.push('@deprecated Clerk has deprecated the field.');
  return doc;
}

/** One file: the models of a subject. */
export function renderModels(models, registry, header) {
  const imports = new Set();
  const helpers = new Set(['decodeObject', 'type FieldMap']);
  for (const model of models) {
    for (const { decode = '' } of model.fields) {
      for (const helper of decode.match(
        /\b(listOf|ifPresent|nullable|optional|withDefault|textOrEmpty|objectOrEmpty|valueOrNull)\b/g,
      ) ?? [])
        helpers.add(helper);
    }
    for (const used of model.uses) if (!models.some(({ name }) => name === used)) imports.add(used);
    if (model.config.keepsRaw) helpers.add('withRaw');
    if (model.config.keepsWireNames) helpers.add('withWireNames');
  }
  const strategy = models.some(({ fields }) =>
    fields.some(({ type }) => /LastAuthenticationStrategy/.test(type)),
  );
  const metadata = models.some(({ fields }) =>
    fields.some(({ type }) => METADATA.test(type.replace(' | null', ''))),
  );
  const lines = [
    `import { ${[...helpers].sort(byIdentifier).join(', ')} } from '../../transport/decode.js';`,
    metadata &&
      "// The global types that an application augments come with the model.\nimport '../../metadata.js';",
    strategy && "import type { LastAuthenticationStrategy } from '../../models/client-strategy.js';",
    ...renderImports(
      imports,
      registry,
      '.',
      models.flatMap(model => (model.config.keepsRaw ? [...model.uses] : [])),
    ),
  ];
  return `${header}
${lines.filter(Boolean).join('\n')}

${[...models.map(renderInterface), ...models.filter(({ config }) => config.keepsRaw).map(renderRawInterface)].join('\n\n')}

${models.map(renderDecoder).join('\n\n')}

${models.map(renderFieldMap).join('\n\n')}
`;
}

/** What is needed of other files: decoders and types, one import for each file. */
export function renderImports(names, registry, fromModels = '.', rawOf = []) {
  const byFile = new Map();
  for (const name of names) {
    const { identifier } = registry.decoderOf(name);
    const own = identifier === name ? [name] : [identifier, `type ${name}`];
    if (rawOf.includes(name) && registry.keepsRaw(name)) own.push(`type ${name}JSON`);
    byFile.set(registry.fileOf(name), [...(byFile.get(registry.fileOf(name)) ?? []), ...own]);
  }
  return [...byFile]
    .map(([file, identifiers]) => [join(fromModels, file), identifiers.sort(byIdentifier)])
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([file, identifiers]) => `import { ${identifiers.join(', ')} } from '${file}.js';`);
}

/** A path as an import has it. */
function join(base, path) {
  const joined = posix.join(base, path);
  return joined.startsWith('.') ? joined : `./${joined}`;
}

/** `type` before a name does not count. */
export function byIdentifier(a, b) {
  return a.replace('type ', '').localeCompare(b.replace('type ', ''));
}

function renderInterface({ name, config, fields }) {
  const lines = fields.map(({ field, type, optional, doc }) => {
    const comment = doc.length > 0 ? `/** ${doc.join(' ')} */\n` : '';
    return `${comment}readonly ${field}${optional ? '?' : ''}: ${type};`;
  });
  if (config.keepsRaw) lines.push(`/** The API's JSON as it came. */\nreadonly raw: ${name}JSON;`);
  const about = config.about ?? `${sentence(name)}, as the Backend API answers it.`;
  return `/** ${about} */\nexport interface ${name} {\n${lines.join('\n')}\n}`;
}

/** What `raw` holds: the same fields, with the names and the values that they have on the wire. */
function renderRawInterface({ name, fields }) {
  const lines = fields
    .filter(({ raw }) => raw)
    .map(({ wireName, raw }) => `${wireName}${raw.optional ? '?' : ''}: ${raw.type};`);
  return `/** ${sentence(name)} as the Backend API sends it. */\nexport interface ${name}JSON {\n${lines.join('\n')}\n}`;
}

/** `RoleSetItem` → `A role set item`. */
function sentence(name) {
  const words = kebabCase(name).replaceAll('-', ' ');
  return `${/^[aeio]/.test(words) ? 'An' : 'A'} ${words}`;
}

function renderDecoder({ name, config }) {
  const computed = config.keepsRaw ? `<${name}, 'raw'>` : `<${name}>`;
  let read = `decodeObject${computed}(json, ${constantCase(name)}_FIELDS)`;
  if (config.keepsRaw) read = `withRaw(${read}, json)`;
  if (config.keepsWireNames) read = `withWireNames(${read}, json)`;
  return `/** Reads the API's JSON. */\nexport function decode${name}(json: unknown): ${name} {\nreturn ${read};\n}`;
}

function renderFieldMap({ name, config, fields }) {
  const computed = config.keepsRaw ? `, 'raw'` : '';
  const entries = fields.map(({ field, wireName, decode }) =>
    decode ? `${field}: ['${wireName}', ${decode}],` : `${field}: '${wireName}',`,
  );
  return `const ${constantCase(name)}_FIELDS: FieldMap<${name}${computed}> = {\n${entries.join('\n')}\n};`;
}

/** The types of all generated models, for the doors of the package. */
export function renderBarrel(registry, header) {
  const lines = [...registry.bySubject()].map(
    ([subject, models]) => `export type { ${exported(models).join(', ')} } from './models/${subject}.js';`,
  );
  return `${header}\n${lines.join('\n')}\n`;
}

function exported(models) {
  return models.flatMap(({ name, config }) => (config.keepsRaw ? [name, `${name}JSON`] : [name]));
}

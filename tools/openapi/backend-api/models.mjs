import { camelCase, kebabCase, pascalCase } from './wire-names.mjs';

/** The models of the API's resources: an interface each, the type of its JSON, and the map that decodes it. */
export class Models {
  #document;
  #config;
  #names = new Map();
  #schemas = new Map();
  #models = new Map();
  #files = new Map();

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

  /** Every model that {@link use} was called for, by name. */
  get all() {
    return [...this.#models.values()].sort((a, b) => a.name.localeCompare(b.name));
  }

  /** The file of a model, relative to `lib/backend-api/generated/models/`, without its extension. */
  fileOf(name) {
    const { handwritten } = this.#config[name] ?? {};
    return handwritten ? `../../models/${handwritten}` : `./${this.#files.get(name)}`;
  }

  keepsRaw(name) {
    return this.#config[name]?.keepsRaw === true;
  }

  /** The name of the type of a model's JSON. */
  jsonOf(name) {
    return this.#config[name]?.json ?? `${name}JSON`;
  }

  /** The models of each file. */
  byFile() {
    const files = new Map();
    for (const model of this.all) {
      const file = this.#files.get(model.name);
      files.set(file, [...(files.get(file) ?? []), model]);
    }
    return new Map([...files].sort(([a], [b]) => a.localeCompare(b)));
  }

  /** The names under which the decoder of a model is imported and called. */
  decoderOf(name) {
    const decode = this.#config[name]?.decode ?? `decode${name}`;
    return { expression: decode, identifier: decode.split('.')[0] };
  }

  /**
   * The name of the model of an object schema. {@link complete} builds the model, once all of its schemas are known.
   *
   * @param {string} fallback the name of the model if the schema has none
   * @param {{ name?: string }} [as] the name of the model, instead of that of the schema
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
      throw new Error(`Two schemas would both be ${name}: give them names in names.yml.`);
    }
    this.#schemas.set(name, known);
    return name;
  }

  /**
   * Builds the models that were used, and the models within them, and gives each a file.
   *
   * @param {Set<string>} returned the models that methods return
   */
  complete(returned) {
    let made = -1;
    while (made !== this.#models.size) {
      made = this.#models.size;
      for (const [name, schemas] of this.#schemas) {
        if (this.#models.has(name)) continue;
        const [first, ...others] = schemas.values();
        this.#define(name, others.length === 0 ? first : { anyOf: [...schemas.values()] });
      }
    }
    for (const { name } of this.all) this.#files.set(name, this.#chooseFile(name, returned));
  }

  /** A model that is part of one other is in the file of that one; every other model has a file. */
  #chooseFile(name, returned) {
    const stated = this.#config[name]?.file;
    if (stated) return stated;
    const owners = this.all.filter(({ uses }) => uses.has(name)).map(owner => owner.name);
    const isPart = owners.length === 1 && !returned.has(name);
    return isPart ? this.#chooseFile(owners[0], returned) : kebabCase(name);
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
    for (const [field, added] of Object.entries(config.add ?? {})) {
      model.fields.push(this.#added(model, field, added));
    }
    model.json = this.#json(model, shape);
  }

  /** A field that the document does not have. */
  #added(model, field, { from, type, decode, list, one }) {
    const used = list ?? one;
    if (!used) return { field, wireName: from, type, decode, optional: false, doc: [], json: type };
    model.uses.add(used);
    const { expression } = this.decoderOf(used);
    const json = this.jsonOf(used);
    return {
      field,
      wireName: from,
      type: type ?? (list ? `${list}[]` : one),
      decode: list ? `listOf(${expression})` : `ifPresent(${expression})`,
      optional: false,
      doc: [],
      json: list ? `${json}[]` : `${json} | null`,
    };
  }

  /** The fields of a model's JSON: those of the document, with the names and values that they have on the wire. */
  #json(model, shape) {
    const fields = new Map(model.fields.map(field => [field.wireName, field]));
    for (const [wireName, property] of shape.properties) {
      if (!fields.has(wireName)) {
        const required = shape.required.has(wireName);
        fields.set(wireName, this.#field(model, wireName, property, required));
      }
    }
    return [...fields.values()].map(({ wireName, json, jsonOptional, doc }) => {
      const optional = jsonOptional || json.endsWith(' | undefined');
      return { field: wireName, type: json.replace(/ \| undefined$/, ''), optional, doc };
    });
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
    const type = nullable && value.type !== 'unknown' ? `${value.type} | null` : value.type;
    const common = {
      field,
      wireName,
      doc: fieldDoc(wireName, shape),
      json:
        this.#jsonType(value) +
        (type.endsWith(' | null') && !value.type.endsWith(' | null') ? ' | null' : ''),
      jsonOptional: !required,
    };
    if (config.neverNull?.includes(wireName)) {
      const decode = `optional(${value.decode})`;
      return { ...common, type: `${value.type} | undefined`, optional: false, decode };
    }
    return {
      ...common,
      type,
      optional: !required && fallback === undefined,
      decode: fallback ?? decoderFor(value, required, nullable),
    };
  }

  /** The type of a value on the wire. */
  #jsonType({ type, model, list }) {
    return model ? this.jsonOf(model) + (list ? '[]' : '') : type;
  }

  /** The TypeScript type of a value, and its decoder if it is converted. */
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
 * A missing required list becomes an empty list, and a missing required object that may be `null` becomes `null`. Any
 * other missing or `null` value stays unchanged.
 */
function decoderFor({ decode, list }, required, nullable) {
  if (!decode) return undefined;
  if (required && nullable) return `nullable(${decode})`;
  return required && list ? decode : `ifPresent(${decode})`;
}

/** The type of a value that is not an object with declared fields. */
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

export const METADATA = /(Public|Private|Unsafe)Metadata$/;

/** Metadata has global types that an application can extend. */
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
  if (shape.type === 'integer' && /_at$/.test(wireName)) doc.push('Unix time in milliseconds.');
  if (shape.deprecated) doc.push('@deprecated Clerk deprecated this field.');
  return doc;
}

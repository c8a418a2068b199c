/**
 * Times whose format only the description in the document has. Clerk's API reads them in RFC 3339 form.
 */
const TIMES = new Set(['created_at', 'legal_accepted_at']);

/**
 * A copy of an OpenAPI schema with the parts that Local Clerk needs for validation and conversion: types, names,
 * limits. The copy has no descriptions and no examples.
 */
export class ShapeReader {
  /** The shapes of the schemas that a copied schema refers to, by their name in the document. */
  named = new Map();

  constructor(document) {
    this.document = document;
  }

  /** @returns the shape of a schema; a reference stays a reference, and its target is added to `named` */
  read(schema, { isInput = false, name } = {}) {
    if (schema === undefined) return {};
    if (schema.$ref !== undefined) return this.#reference(schema.$ref, isInput);
    const merged = this.#withoutAllOf(schema);
    if (merged.ref !== undefined) return merged;
    const alternatives = merged.properties === undefined ? (merged.oneOf ?? merged.anyOf) : undefined;
    if (alternatives?.length === 1) {
      return withoutUndefined({ ...this.read(alternatives[0], { isInput }), nullable: merged.nullable });
    }
    return withoutUndefined({
      type: merged.type ?? (merged.properties === undefined ? undefined : 'object'),
      nullable: merged.nullable || undefined,
      enum: merged.enum,
      format: merged.format === 'date-time' || (isInput && TIMES.has(name)) ? 'date-time' : undefined,
      default: isInput ? merged.default : undefined,
      ...(isInput && limits(merged)),
      items: merged.items && this.read(merged.items, { isInput }),
      anyOf: alternatives?.map(alternative => this.read(alternative, { isInput })),
      required: merged.required,
      properties: this.#properties(merged, isInput),
    });
  }

  #reference(ref, isInput) {
    const name = ref.split('/').at(-1);
    const target = this.document.components.schemas[name];
    // Request bodies are few and small: they are written inline, so that only responses have names.
    if (isInput) return this.read(target, { isInput });
    if (!this.named.has(name)) {
      this.named.set(name, {});
      this.named.set(name, this.read(target));
    }
    return { ref: name };
  }

  /** Resolves `allOf`: a single one that is a reference stays one, several become one object. */
  #withoutAllOf(schema) {
    const { allOf, ...own } = schema;
    if (allOf === undefined) return schema;
    if (allOf.length === 1 && allOf[0].$ref !== undefined && own.properties === undefined) {
      const { ref, ...written } = this.read(allOf[0]);
      if (ref !== undefined) return withoutUndefined({ ref, nullable: own.nullable });
      return { ...own, ...written };
    }
    const parts = [...allOf, own].map(part => this.#withoutAllOf(this.#resolve(part)));
    return {
      ...own,
      type: 'object',
      required: parts.flatMap(part => part.required ?? []),
      properties: Object.assign({}, ...parts.map(part => part.properties ?? {})),
    };
  }

  #resolve(schema) {
    return schema.$ref === undefined
      ? schema
      : this.document.components.schemas[schema.$ref.split('/').at(-1)];
  }

  /** A required name without a schema of its own is a property too. */
  #properties({ properties, required = [], type }, isInput) {
    if (properties === undefined && type !== 'object') return undefined;
    const names = [...new Set([...Object.keys(properties ?? {}), ...required])];
    if (names.length === 0) return undefined;
    return Object.fromEntries(names.map(name => [name, this.read(properties?.[name], { isInput, name })]));
  }
}

function limits({ minimum, maximum, minLength, maxLength, minItems, maxItems }) {
  return { minimum, maximum, minLength, maxLength, minItems, maxItems };
}

function withoutUndefined(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

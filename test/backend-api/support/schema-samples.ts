import type { ApiDocument } from '../../../tools/openapi/backend-api/document.mjs';

/** The part of a schema that samples need. */
interface Shape {
  type?: string;
  nullable: boolean;
  format?: string;
  values?: unknown[];
  items?: object;
  properties?: Map<string, object>;
  required: Set<string>;
}

/**
 * Creates values of the document's schemas, with unique strings and numbers, so that a value in the wrong field is
 * noticed.
 */
export class SchemaSamples {
  readonly #document: ApiDocument;
  readonly #sparse: boolean;
  #last = 0;

  /** @param kind - `sparse` omits optional fields, and uses `null` wherever it is allowed */
  constructor(document: ApiDocument, kind: 'full' | 'sparse' = 'full') {
    this.#document = document;
    this.#sparse = kind === 'sparse';
  }

  of(schema: object, name = 'value'): unknown {
    const shape = this.#document.shape(schema) as Shape;
    if (this.#sparse && shape.nullable) return null;
    if (shape.values?.length) return shape.values.find(value => value !== null) ?? null;
    if (shape.properties) return this.#object(shape, shape.properties);
    switch (shape.type) {
      case 'array':
        return [this.of(shape.items ?? {}, name)];
      case 'boolean':
        return true;
      case 'integer':
      case 'number':
        return 1_700_000_000_000 + ++this.#last;
      case 'string':
        return this.#text(name, shape.format);
      default:
        // Free-form data whose names must not change.
        return { snake_key: ++this.#last, camelKey: { deep_key: [null, false] } };
    }
  }

  #object({ required }: Shape, properties: Map<string, object>): Record<string, unknown> {
    const present = [...properties].filter(([name]) => !this.#sparse || required.has(name));
    return Object.fromEntries(present.map(([name, schema]) => [name, this.of(schema, name)]));
  }

  #text(name: string, format: string | undefined): string {
    const unique = `${name}-${++this.#last}`;
    if (format === 'date-time' || format === 'date') return new Date(1.7e12 + this.#last).toISOString();
    return /url|uri/.test(name) ? `https://example.test/${unique}` : unique;
  }
}

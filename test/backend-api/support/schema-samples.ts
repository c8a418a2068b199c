import type { ApiDocument } from '../../../tools/openapi/backend-api/document.mjs';

/** What the document says of a value, as far as a sample needs it. */
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
 * Makes values of the document's schemas, no two texts or numbers alike, so that a value that lands in the wrong field
 * is seen.
 */
export class SchemaSamples {
  readonly #document: ApiDocument;
  readonly #sparse: boolean;
  #last = 0;

  /** @param kind - `sparse` leaves out what is not required, and has `null` wherever it may stand */
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
        // Someone's own data: names that must not be touched.
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

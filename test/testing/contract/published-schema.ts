import { readFile } from 'node:fs/promises';

import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import { parse } from 'yaml';

import { CLERK_API_VERSION } from '../../../lib/helpers/clerk-api-version.js';

type Schema = Record<string, unknown>;

const BACKEND_API = new URL(`../../../../shared/openapi/bapi-${CLERK_API_VERSION}.yml`, import.meta.url);
export const FRONTEND_API = new URL('../../../../shared/openapi/fapi-2026-05-12.yml', import.meta.url);

/** An operation as Clerk's document has it. */
export interface PublishedOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly query: readonly { readonly name: string; readonly required: boolean; readonly schema: Schema }[];
  readonly mediaType: string | undefined;
  readonly body: Schema | undefined;
  /** By status. */
  readonly responses: Readonly<Record<string, Schema>>;
}

interface Document {
  paths: Record<string, Record<string, RawOperation>>;
  components: Record<string, Record<string, Schema>>;
}

interface RawOperation {
  operationId: string;
  parameters?: Schema[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, Schema>;
}

/** Clerk's OpenAPI document, and whether a response matches it. */
export class PublishedSchema {
  readonly operations: readonly PublishedOperation[];
  readonly #document: Document;
  readonly #ajv: Ajv;
  readonly #validators = new Map<string, ValidateFunction>();

  private constructor(document: Document) {
    this.#document = document;
    this.operations = Object.entries(document.paths).flatMap(([path, item]) =>
      ['get', 'post', 'put', 'patch', 'delete'].flatMap(method =>
        item[method] ? [this.#operation(path, method, item[method])] : [],
      ),
    );
    this.#ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
    const jsonSchema = asJsonSchema(document) as Schema;
    this.#ajv.addSchema({ ...jsonSchema, $id: 'clerk' });
  }

  static async read(document: URL = BACKEND_API): Promise<PublishedSchema> {
    return new PublishedSchema(parse(await readFile(document, 'utf8'), { maxAliasCount: -1 }) as Document);
  }

  /** A schema with its references resolved. */
  resolve(schema: Schema): Schema {
    if (typeof schema.$ref !== 'string') return schema;
    const [, , group = '', name = ''] = schema.$ref.split('/');
    return this.resolve(this.#document.components[group]?.[name] ?? {});
  }

  /** The problems of a response; empty if it matches. */
  problemsOf({ id, responses }: PublishedOperation, status: number, body: unknown): string[] {
    const response = responses[String(status)];
    const schema =
      status >= 400 ? { $ref: '#/components/schemas/ClerkErrors' } : bodySchema(this.resolve(response ?? {}));
    if (response === undefined && status < 400) return [`the status ${status} is not published`];
    if (schema === undefined) return body === undefined ? [] : ['a body that is not published'];
    const key = `${id} ${status < 400 ? status : 'error'}`;
    let validate = this.#validators.get(key);
    if (!validate) {
      const jsonSchema = asJsonSchema(schema, 'clerk') as Schema;
      validate = this.#ajv.compile(jsonSchema);
      this.#validators.set(key, validate);
    }
    if (validate(body)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) => {
      return `${instancePath || '/'} ${message} ${JSON.stringify(params)}`;
    });
  }

  #operation(path: string, method: string, operation: RawOperation): PublishedOperation {
    const [mediaType, body] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
    const parameters = (operation.parameters ?? []).map(parameter => this.resolve(parameter));
    return {
      id: operation.operationId,
      method: method.toUpperCase(),
      path,
      query: parameters
        .filter(parameter => parameter.in === 'query')
        .map(parameter => ({
          name: parameter.name as string,
          required: parameter.required === true,
          schema: parameter.schema as Schema,
        })),
      mediaType,
      body: body?.schema,
      responses: operation.responses,
    };
  }
}

function bodySchema(response: Schema): Schema | undefined {
  const content = response.content as Record<string, { schema: Schema }> | undefined;
  return content && Object.values(content)[0]?.schema;
}

/** OpenAPI 3.0 has `nullable`; JSON Schema lists `null` among the types. */
function asJsonSchema(node: unknown, root = ''): unknown {
  if (Array.isArray(node)) return node.map(item => asJsonSchema(item, root));
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, example: _example, discriminator: _discriminator, ...schema } = node as Schema;
  const converted: Schema = {};
  for (const [name, value] of Object.entries(schema)) converted[name] = asJsonSchema(value, root);
  if (typeof converted.$ref === 'string') converted.$ref = root + converted.$ref;
  return nullable === true ? { anyOf: [converted, { type: 'null' }] } : converted;
}

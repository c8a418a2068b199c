import { existsSync } from 'node:fs';
import { ApiDocument } from '../../../tools/openapi/backend-api/document.mjs';
import { readNames } from '../../../tools/openapi/backend-api/names.mjs';
import { CLERK_API_VERSION } from '../../../lib/helpers/clerk-api-version.js';

/** Clerk's document. Only tests need it; it is not part of the repository. */
const DOCUMENT = new URL(`../../../../shared/openapi/bapi-${CLERK_API_VERSION}.yml`, import.meta.url);
const NAMES = new URL('../../../tools/openapi/names.yml', import.meta.url);

/** Without it, tests that need it are skipped by name, and fail in CI. */
export const HAS_DOCUMENT = existsSync(DOCUMENT);
export const NEEDS_DOCUMENT = HAS_DOCUMENT || process.env.CI === 'true';

/** An operation of the document, and the schema of an object in it. */
export interface ApiOperation {
  id: string;
  method: string;
  path: string;
  query: { name: string; schema: object }[];
  body?: object;
  multipart: boolean;
  response?: object;
  pathParameters: string[];
}
export interface NamedOperation {
  method: string;
  takes?: string[];
  handwritten?: boolean;
  paths?: Record<string, string>;
  sends?: Record<string, unknown>;
  query?: string[];
  wireNamed?: boolean;
  answers?: 'text';
  types?: Record<string, string>;
}

export interface Api {
  document: ApiDocument;
  operations: ApiOperation[];
  names: Record<string, NamedOperation>;
}

export async function readApi(): Promise<Api> {
  const document = await ApiDocument.read(DOCUMENT);
  const operations = document.operations() as ApiOperation[];
  const { operations: names } = (await readNames(NAMES, operations)) as {
    operations: Record<string, NamedOperation>;
  };
  return { document, operations, names };
}

/** The operation of a request. Of several, the one with fewer ids: `/users/count` is not a user. */
export function operationOf(
  operations: readonly ApiOperation[],
  request: { method: string; path: string },
): ApiOperation | undefined {
  const path = request.path.replace(/^\/v1(?=\/)/, '');
  return operations
    .filter(({ method, path: template }) => method === request.method && pattern(template).test(path))
    .sort((a, b) => a.pathParameters.length - b.pathParameters.length)[0];
}

function pattern(template: string): RegExp {
  return new RegExp(`^${template.replace(/{[^}]+}/g, '[^/]+')}$`);
}

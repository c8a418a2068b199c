// Writes lib/testing/generated/frontend-operations.ts: the name and route of every Frontend API operation, so that
// LocalClerk can say which operation it does not answer without carrying the OpenAPI document.
//
//   node tools/openapi/generate-local-frontend-operations.mjs <path to Clerk's fapi-<version>.yml>
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const OUTPUT = new URL('../../lib/testing/generated/frontend-operations.ts', import.meta.url);

const [documentPath] = process.argv.slice(2);
if (documentPath === undefined) {
  console.error(
    'usage: node tools/openapi/generate-local-frontend-operations.mjs <path to fapi-<version>.yml>',
  );
  process.exit(2);
}

const document = parse(await readFile(documentPath, 'utf8'));
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  METHODS.filter(method => item[method]?.operationId !== undefined).map(method => [
    method.toUpperCase(),
    path,
    item[method].operationId,
  ]),
);

const source = `// Generated from Clerk's Frontend API document ${basename(documentPath, '.yml').replace('fapi-', '')} by
// tools/openapi/generate-local-frontend-operations.mjs. Do not edit: run it again.

/** Method, path and name of every Frontend API operation. */
export const FRONTEND_API_OPERATIONS = ${JSON.stringify(operations)} as const;
`;
const options = await resolveConfig(OUTPUT);
await writeFile(OUTPUT, await format(source, { ...options, parser: 'typescript' }));
console.log(`${operations.length} operations`);

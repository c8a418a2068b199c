// Writes lib/testing/generated/operations.ts: the name and route of every Backend API operation, so that LocalClerk
// can say which operation it does not answer without carrying the OpenAPI document.
//
//   node tools/openapi/generate-local-operations.mjs <path to Clerk's bapi-<version>.yml>
import { readFile, writeFile } from 'node:fs/promises';

import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const OUTPUT = new URL('../../lib/testing/generated/operations.ts', import.meta.url);

const [documentPath] = process.argv.slice(2);
if (documentPath === undefined) {
  console.error('usage: node tools/openapi/generate-local-operations.mjs <path to bapi-<version>.yml>');
  process.exit(2);
}

const document = parse(await readFile(documentPath, 'utf8'));
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  METHODS.filter(method => item[method] !== undefined).map(method => [
    method.toUpperCase(),
    path,
    item[method].operationId,
  ]),
);

const source = `// Generated from Clerk's Backend API document ${document.info.version} by
// tools/openapi/generate-local-operations.mjs. Do not edit: run it again.

/** Method, path below \`/v1\` and name of every Backend API operation. */
export const BACKEND_API_OPERATIONS = ${JSON.stringify(operations)} as const;
`;
const options = await resolveConfig(OUTPUT);
await writeFile(OUTPUT, await format(source, { ...options, parser: 'typescript' }));
console.log(`${operations.length} operations`);

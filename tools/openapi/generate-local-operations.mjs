// Writes lib/testing/generated/: the routes of the Backend API, what its operations take, and the shapes of their
// answers. Local Clerk routes, validates and answers by them without the OpenAPI document.
//
//   node tools/openapi/generate-local-operations.mjs <path to Clerk's bapi-<version>.yml>
import { readFile, writeFile } from 'node:fs/promises';

import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';

import { readOperations } from './local-clerk/operations.mjs';
import { callTypes } from './local-clerk/types.mjs';

const OUTPUT = new URL('../../lib/testing/generated/', import.meta.url);

const [documentPath] = process.argv.slice(2);
if (documentPath === undefined) {
  console.error('usage: node tools/openapi/generate-local-operations.mjs <path to bapi-<version>.yml>');
  process.exit(2);
}

const document = parse(await readFile(documentPath, 'utf8'), { maxAliasCount: -1 });
const { operations, sdkOperations, schemas } = readOperations(document);

await write(
  'operations.ts',
  `import type { BackendApiCalls } from './calls.js';
import type { Operation } from '../backend-api/operation.js';

type BackendApiOperation = keyof BackendApiCalls;

/** Every operation of Clerk's Backend API document; paths are below \`/v1\`. */
export const BACKEND_API_OPERATIONS: readonly Operation<BackendApiOperation>[] = ${JSON.stringify(operations)};

/** Operations that only Clerk's SDKs call, and that the document leaves out. */
export const SDK_OPERATIONS: readonly Operation<BackendApiOperation>[] = ${JSON.stringify(sdkOperations)};
`,
);
await write(
  'schemas.ts',
  `import type { Shape } from '../backend-api/operation.js';

/** The schemas that answers refer to, by their name in the document. */
export const SCHEMAS: Readonly<Record<string, Shape>> = ${JSON.stringify(schemas)};
`,
);
await write('calls.ts', callTypes([...operations, ...sdkOperations]));
console.log(`${operations.length} operations, ${Object.keys(schemas).length} schemas`);

async function write(name, source) {
  const output = new URL(name, OUTPUT);
  const heading = `// Generated from Clerk's Backend API document ${document.info.version} by
// tools/openapi/generate-local-operations.mjs. Do not edit: run it again.
`;
  const options = await resolveConfig(output);
  await writeFile(output, await format(`${heading}\n${source}`, { ...options, parser: 'typescript' }));
}

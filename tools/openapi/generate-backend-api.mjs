// Writes lib/backend-api/generated/ and docs/API.md: the classes, types and decoders of Clerk's Backend API, with the
// names in names.yml.
//
//   node tools/openapi/generate-backend-api.mjs <path to Clerk's bapi-<version>.yml>
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { renderApiDocs } from './backend-api/api-docs.mjs';
import { renderClient } from './backend-api/client.mjs';
import { ApiDocument } from './backend-api/document.mjs';
import { describeMethod } from './backend-api/methods.mjs';
import { renderModels } from './backend-api/model-source.mjs';
import { Models } from './backend-api/models.mjs';
import { readNames } from './backend-api/names.mjs';
import { renderParameterFile, renderResource } from './backend-api/resource-source.mjs';
import { renderTypes } from './backend-api/types.mjs';
import { kebabCase } from './backend-api/wire-names.mjs';

const GENERATED = new URL('../../lib/backend-api/generated/', import.meta.url);
const API_DOCS = new URL('../../docs/API.md', import.meta.url);

const [documentPath] = process.argv.slice(2);
if (documentPath === undefined) {
  console.error('usage: node tools/openapi/generate-backend-api.mjs <path to bapi-<version>.yml>');
  process.exit(2);
}

const document = await ApiDocument.read(documentPath);
const operations = document.operations();
const names = await readNames(new URL('./names.yml', import.meta.url), operations);
const models = new Models(document, names.models);
const header = `// Generated from Clerk's Backend API document ${document.version} by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run \`npm run generate\`.`;

const byId = new Map(operations.map(operation => [operation.id, operation]));
const groups = Object.entries(names.groups).map(([name, group]) => ({
  name,
  group,
  methods: Object.entries(names.operations)
    .filter(([, { method }]) => method.startsWith(`${name}.`))
    .map(([id, config]) => describeMethod(document, models, byId.get(id), config, group, names)),
}));
const methods = groups.flatMap(group => group.methods);

models.complete(new Set(methods.flatMap(({ result }) => result?.models ?? [])));

await rm(GENERATED, { recursive: true, force: true });
for (const { name, group, methods } of groups) {
  const generated = methods.filter(({ config }) => !config.handwritten);
  if (generated.length === 0) continue;
  await write(`${kebabCase(name)}.ts`, renderResource(name, group, generated, models, header));
  await write(`${kebabCase(name)}-params.ts`, renderParameterFile(group, generated, header));
}
for (const [file, together] of models.byFile()) {
  await write(`models/${file}.ts`, renderModels(together, models, header));
}
await write('resources.ts', renderClient(groups, header));
await write('types.ts', renderTypes(groups, models, header));
await writeFormatted(API_DOCS, renderApiDocs(groups, names.beyond, document.version));
console.log(`${operations.length} operations, ${models.all.length} models`);

async function write(path, source) {
  if (source !== undefined) await writeFormatted(new URL(path, GENERATED), source);
}

async function writeFormatted(file, source) {
  await mkdir(dirname(file.pathname), { recursive: true });
  await writeFile(file, await format(source, { ...(await resolveConfig(file)), filepath: file.pathname }));
}

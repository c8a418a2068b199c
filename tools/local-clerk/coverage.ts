/**
 * Prints how many operations of the Backend API and of the Frontend API, and how many methods of `@clerk/backend`,
 * LocalClerk answers.
 *
 *     npm run local:coverage                  prints the numbers
 *     npm run local:coverage -- --write       writes docs/local-clerk.md too
 *     npm run local:coverage -- --check       fails when docs/local-clerk.md is not up to date
 *
 * The methods are called with samples of Clerk's OpenAPI document, which must be beside the repository.
 */
import { readFile, writeFile } from 'node:fs/promises';

import { createClerkClient } from '@clerk/backend';
import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';

import { answeredOperations } from '../../lib/testing/backend-api/backend-api.js';
import { FRONTEND_API } from '../../lib/testing/frontend-api/frontend-api.js';
import { FRONTEND_API_OPERATIONS } from '../../lib/testing/generated/frontend-operations.js';
import { BACKEND_API_OPERATIONS } from '../../lib/testing/generated/operations.js';
import { LocalClerk } from '../../lib/testing/local-clerk.js';
import { HAS_DOCUMENT, readApi } from '../../test/backend-api/support/api-document.js';
import type { Api } from '../../test/backend-api/support/api-document.js';
import { HANDWRITTEN_ARGUMENTS } from '../../test/backend-api/support/outside-the-document.js';
import { sampleArguments } from '../../test/backend-api/support/sample-arguments.js';

const PAGE = new URL('../../docs/local-clerk.md', import.meta.url);
const LIMITS = new URL('limits.yml', import.meta.url);

interface Limits {
  operations: Record<string, string>;
  methods: Record<string, string>;
  /** The names are separated by spaces. */
  frontendOperations: { operations: string; reason: string }[];
  simplified: { what: string; how: string }[];
}

/** The operations that LocalClerk supports, and those that it does not. */
export interface Coverage {
  operations: number;
  unansweredOperations: string[];
  methods: number;
  unansweredMethods: string[];
  frontendOperations: number;
  unansweredFrontendOperations: string[];
}

/** Counts by calling every method of `@clerk/backend`. */
export async function measureCoverage(): Promise<Coverage> {
  const api = await readApi();
  const local = await LocalClerk.create();
  const server = await local.listen();
  const { secretKey, machineSecretKey } = local;
  const client = createClerkClient({ secretKey, machineSecretKey, apiUrl: server.url }) as unknown as Record<
    string,
    Record<string, (...args: unknown[]) => Promise<unknown>>
  >;
  const methods = methodsOf(client);
  const unansweredMethods: string[] = [];
  try {
    for (const name of methods) {
      const [resource = '', method = ''] = name.split('.');
      local.requests.length = 0;
      for (const args of argumentsFor(name, api)) {
        await client[resource]?.[method]?.(...args).catch(() => undefined);
      }
      const isAnswered =
        local.requests.length > 0 &&
        local.requests.every(({ operation, status }) => operation !== undefined && status !== 501);
      if (!isAnswered) unansweredMethods.push(name);
    }
  } finally {
    await server.close();
  }
  const answered = answeredOperations();
  return {
    operations: BACKEND_API_OPERATIONS.length,
    unansweredOperations: BACKEND_API_OPERATIONS.map(({ name }) => name).filter(
      name => !answered.includes(name),
    ),
    methods: methods.length,
    unansweredMethods,
    frontendOperations: FRONTEND_API_OPERATIONS.length,
    unansweredFrontendOperations: FRONTEND_API_OPERATIONS.map(([, , name]) => name).filter(
      name => FRONTEND_API.handlers[name] === undefined,
    ),
  };
}

/** The reasons in limits.yml. */
export async function readLimits(): Promise<Limits> {
  return parse(await readFile(LIMITS, 'utf8')) as Limits;
}

function methodsOf(client: object): string[] {
  return Object.entries(client)
    .filter(([resource, api]) => resource !== 'telemetry' && typeof api === 'object' && api !== null)
    .flatMap(([resource, api]) => {
      const prototype = Object.getPrototypeOf(api) as object | null;
      if (!prototype || prototype === Object.prototype) return [];
      const names = Object.getOwnPropertyNames(prototype).filter(name => name !== 'constructor');
      return names.map(name => `${resource}.${name}`);
    });
}

function argumentsFor(name: string, api: Api): unknown[][] {
  const handwritten = HANDWRITTEN_ARGUMENTS[name];
  if (handwritten) return handwritten.slice(0, 1);
  const [id, named] = Object.entries(api.names).find(([, { method }]) => method === name) ?? [];
  const operation = api.operations.find(candidate => candidate.id === id);
  return operation && named ? [sampleArguments(api, operation, named)] : [];
}

/** One row a reason. An operation that is answered by now, or that no reason names, shows as such. */
function frontendRows(
  { unansweredFrontendOperations: unanswered }: Coverage,
  { frontendOperations }: Limits,
): string {
  const named = frontendOperations.map(({ operations, reason }) => ({
    names: operations.split(' '),
    reason,
  }));
  const stale = named.flatMap(({ names }) => names).filter(name => !unanswered.includes(name));
  if (stale.length > 0) throw new Error(`limits.yml names operations that are answered: ${stale.join(', ')}`);
  const rest = unanswered.filter(name => !named.some(({ names }) => names.includes(name)));
  if (rest.length > 0) throw new Error(`limits.yml names no reason for ${rest.join(', ')}`);
  return named
    .map(({ names, reason }) => `| ${names.map(name => `\`${name}\``).join(', ')} | ${reason} |`)
    .join('\n');
}

function pageOf(coverage: Coverage, limits: Limits): string {
  const answeredOperationCount = coverage.operations - coverage.unansweredOperations.length;
  const answeredMethodCount = coverage.methods - coverage.unansweredMethods.length;
  const rows = (names: string[], reasons: Record<string, string>): string =>
    names.map(name => `| \`${name}\` | ${reasons[name] ?? 'Not named yet.'} |`).join('\n');
  return `<!-- Generated by tools/local-clerk/coverage.ts. Do not edit: run \`npm run local:coverage -- --write\`. -->

# What LocalClerk does not do

LocalClerk answers ${answeredOperationCount} of the ${coverage.operations} operations of Clerk's Backend API, and ${answeredMethodCount} of the ${coverage.methods} methods of
\`@clerk/backend\`. Any other operation answers 501 with its name. \`local.answer('OperationName', handler)\` answers an
operation in a test's own way; see [Testing](testing.md).

## Operations that are not answered

| operation | reason |
|---|---|
${rows(coverage.unansweredOperations, limits.operations)}

## Methods of \`@clerk/backend\` that are not answered

| method | reason |
|---|---|
${rows(coverage.unansweredMethods, limits.methods)}

## Operations of the Frontend API that are not answered

ClerkJS and its components call the Frontend API. LocalClerk answers ${
    coverage.frontendOperations - coverage.unansweredFrontendOperations.length
  } of its ${coverage.frontendOperations} operations; any other answers 501
with its name.

| operations | what they are for |
|---|---|
${frontendRows(coverage, limits)}

## Answered, without the effect

| what | in LocalClerk |
|---|---|
${limits.simplified.map(({ what, how }) => `| ${what} | ${how} |`).join('\n')}
`;
}

async function main(): Promise<void> {
  if (!HAS_DOCUMENT) {
    console.log("not measured: Clerk's OpenAPI document is not beside the repository");
    return;
  }
  const coverage = await measureCoverage();
  const { operations, unansweredOperations, methods, unansweredMethods } = coverage;
  const share = (count: number, missing: string[]): string =>
    `${count - missing.length} of ${count} (${(100 * (1 - missing.length / count)).toFixed(1)} %)`;
  console.log(`operations of the Backend API: ${share(operations, unansweredOperations)}`);
  console.log(`methods of @clerk/backend:     ${share(methods, unansweredMethods)}`);
  const { frontendOperations, unansweredFrontendOperations } = coverage;
  console.log(`operations of the Frontend API: ${share(frontendOperations, unansweredFrontendOperations)}`);
  for (const name of [...unansweredOperations, ...unansweredMethods]) console.log(`  not answered: ${name}`);

  const options = await resolveConfig(PAGE);
  const page = await format(pageOf(coverage, await readLimits()), { ...options, parser: 'markdown' });
  if (process.argv.includes('--write')) await writeFile(PAGE, page);
  if (process.argv.includes('--check') && (await readFile(PAGE, 'utf8')) !== page) {
    console.error('docs/local-clerk.md is not up to date: run npm run local:coverage -- --write');
    process.exitCode = 1;
  }
}

if (process.argv[1]?.endsWith('coverage.ts')) await main();

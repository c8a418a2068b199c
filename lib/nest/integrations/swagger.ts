import { randomUUID } from 'node:crypto';

import type { INestApplicationContext } from '@nestjs/common';

import { isTokenTypeAccepted } from '../../authorization/accepted-token.js';
import type { RouteRules } from '../rules/route-rules.js';
import { guardedRoutes } from './guarded-routes.js';
import { describeProtection } from './openapi-security.js';
import type { OpenApiDocument, Operation, Protection } from './openapi-security.js';

const withProtection = new WeakSet<object>();

/**
 * Adds the guarded routes to the documents of `@nestjs/swagger`, if it is installed: their security, and the responses
 * 401 and 403. The application's own declarations take precedence.
 *
 * The document is completed where it is created, in `SwaggerModule.createDocument()`. Decorators on the handlers would
 * not know `useGlobalGuards()` and the names of the application's security schemes, would stay for the next application
 * of the process, and would replace the inferred 200 of a handler without a response.
 *
 * If several controllers inherit one handler, the strictest protection of them is used for all.
 */
export async function documentProtection(): Promise<void> {
  const swagger = await importSwagger();
  if (!swagger || withProtection.has(swagger.SwaggerModule)) return;
  withProtection.add(swagger.SwaggerModule);

  const createDocument = swagger.SwaggerModule.createDocument.bind(swagger.SwaggerModule);
  swagger.SwaggerModule.createDocument = (app, config, options) => {
    const protections = protectionByMark(app, swagger);
    const document = createDocument(app, config, options);
    for (const operation of operationsOf(document)) {
      const protection = protections.get(takeMark(operation));
      if (protection) describeProtection(document, operation, protection);
    }
    return document;
  };
}

/**
 * An application that creates documents has it installed. A broken installation that is not used must not stop the
 * start.
 */
async function importSwagger() {
  try {
    return await import('@nestjs/swagger');
  } catch {
    return undefined;
  }
}

type Swagger = NonNullable<Awaited<ReturnType<typeof importSwagger>>>;

/** An extension of the operation that names its handler. It is removed from every document. */
const MARK = `x-handler-${randomUUID()}`;

type MarkedOperation = Operation & { [MARK]?: string };

const marks = new WeakMap<object, string>();

function protectionByMark(app: INestApplicationContext, swagger: Swagger): Map<unknown, Protection> {
  const protections = new Map<unknown, Protection>();
  for (const { handler, rules } of guardedRoutes(app)) {
    const mark = markOf(handler, swagger);
    protections.set(mark, strictest(protectionOf(rules), protections.get(mark)));
  }
  return protections;
}

function markOf(handler: object, { ApiExtension }: Swagger): string {
  let mark = marks.get(handler);
  if (mark === undefined) {
    marks.set(handler, (mark = randomUUID()));
    ApiExtension(MARK, mark)(handler, handler.constructor.name, { value: handler });
  }
  return mark;
}

function takeMark(operation: MarkedOperation): string | undefined {
  const mark = operation[MARK];
  delete operation[MARK];
  return mark;
}

function protectionOf({ acceptsToken, requirements }: RouteRules): Protection {
  return {
    acceptsSession: isTokenTypeAccepted('session_token', acceptsToken),
    requirements: requirements.map(({ description }) => description),
  };
}

function strictest(a: Protection, b: Protection = a): Protection {
  return {
    acceptsSession: a.acceptsSession && b.acceptsSession,
    requirements: [...new Set([...a.requirements, ...b.requirements])],
  };
}

function operationsOf({ paths, webhooks = {} }: OpenApiDocument): MarkedOperation[] {
  return [...Object.values(paths), ...Object.values(webhooks)].flatMap(item =>
    Object.values(item).filter((value): value is MarkedOperation => isOperation(value)),
  );
}

/** Besides its operations a path has strings and lists. */
function isOperation(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'responses' in value;
}

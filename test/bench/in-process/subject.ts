import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { NestFactory } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { ExpressAdapter } from '@nestjs/platform-express';

import type * as NestClerk from '../../../lib/index.js';

type Middleware = (request: object, response: object, next: (error?: unknown) => void) => void;
type ParameterFactory = (data: unknown, context: ExecutionContext) => unknown;

/** The code that is measured. */
export interface Subject {
  readonly middleware: Middleware;
  readonly guard: CanActivate;
  readonly parameter: ParameterFactory;
  readonly controller: new () => object;
}

/** One request, as the adapter and Nest would handle it. */
export function handle(measured: Subject, headers: object, isRejected: boolean): void {
  const request = new PlainRequest(headers);
  const response = new PlainResponse();
  let hasGoneOn = false;
  measured.middleware(request, response, () => (hasGoneOn = true));
  if (!hasGoneOn) throw new Error('The request was answered by the middleware, or was not decided at once.');
  const context = new ExecutionContextHost(
    [request, response],
    measured.controller,
    measured.controller.prototype.me as never,
  );
  try {
    if (measured.guard.canActivate(context) !== true) throw new Error('The guard did not decide at once.');
  } catch (error) {
    if (isRejected && (error as { status?: number }).status === 401) return;
    throw error;
  }
  if (isRejected) throw new Error('The request should be rejected.');
  measured.parameter(undefined, context);
}

/** As much of Node's request as the path reads. */
export class PlainRequest {
  readonly method = 'GET';
  readonly url = '/me';
  readonly originalUrl = '/me';
  readonly socket = {};
  constructor(readonly headers: object) {}
}

export class PlainResponse {
  readonly headersSent = false;
  readonly headers: string[] = [];
  appendHeader(name: string, value: string): void {
    this.headers.push(name, value);
  }
  /** Express has this one; guards of earlier versions called it. */
  set(name: string, value: string): void {
    this.headers.push(name, value);
  }
}

/**
 * Makes an application with the package, and takes from it what runs for a request.
 *
 * @param requirement - a decorator of the handler
 */
export async function createSubject(
  nestClerk: typeof NestClerk,
  options: NestClerk.ClerkModuleOptions,
  requirement?: MethodDecorator,
): Promise<Subject> {
  const { Auth, ClerkAuthGuard, ClerkModule } = nestClerk;
  class Controller {
    me(_auth: unknown): void {
      // Never called: only its decorators are read.
    }
  }
  Auth()(Controller.prototype, 'me', 0);
  requirement?.(Controller.prototype, 'me', Object.getOwnPropertyDescriptor(Controller.prototype, 'me')!);
  const adapter = new CapturingAdapter();
  const root = { module: class Root {}, imports: [ClerkModule.forRoot(options)] };
  const application = await NestFactory.create(root, adapter, { logger: false, abortOnError: false });
  await application.init();
  const parameters = Reflect.getMetadata(ROUTE_ARGS_METADATA, Controller, 'me') as Record<
    string,
    { factory: ParameterFactory }
  >;
  return {
    middleware: adapter.middlewares[0]!,
    guard: application.get(ClerkAuthGuard),
    parameter: Object.values(parameters)[0]!.factory,
    controller: Controller,
  };
}

/** The same request without authentication: an empty middleware, guard and parameter decorator. */
export function emptySubject({ controller }: Subject): Subject {
  // Keeps V8 from optimizing the objects of a request away where nothing reads them.
  let usedRequest: object | undefined;
  let usedResponse: object | undefined;
  let usedContext: object | undefined;
  return {
    controller,
    middleware: (request, response, next) => {
      usedRequest = request;
      usedResponse = response;
      next();
    },
    guard: {
      canActivate: context => {
        usedContext = context;
        return true;
      },
    },
    parameter: () => [usedRequest, usedResponse, usedContext].length,
  };
}

/** CPU time of all threads, in nanoseconds. */
export function cpuOfRequests(
  measured: Subject,
  headersOf: (index: number) => object,
  count: number,
  isRejected: boolean,
): number {
  const began = process.cpuUsage();
  for (let index = 0; index < count; index++) handle(measured, headersOf(index), isRejected);
  const { user, system } = process.cpuUsage(began);
  return (user + system) * 1000;
}

export class CapturingAdapter extends ExpressAdapter {
  declare readonly middlewares: Middleware[];
  override use(...handlers: unknown[]): this {
    // Called by the constructor of the base class too, before this class has its fields.
    const middlewares = ((this as { middlewares?: Middleware[] }).middlewares ??= []);
    if (typeof handlers[0] === 'function') middlewares.push(handlers[0] as Middleware);
    return super.use(...(handlers as [never])) as this;
  }
}

import { Controller, Get } from '@nestjs/common';
import type { ExecutionContext, Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { NestFactory } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import type * as NestClerk from '../../../lib/index.js';

import { CapturingAdapter, PlainRequest, PlainResponse } from './subject.js';

/** Handles one request with these headers, and waits for all that its handler would wait for. */
export type CapabilitySubject = (headers: object) => Promise<void>;

/** An application with one handler. */
export interface CapabilitySettings {
  readonly options: NestClerk.ClerkModuleOptions;
  readonly providers?: Type[];
  /** The decorator of the handler's parameter. */
  readonly parameter: ParameterDecorator;
  /** A decorator of the handler. */
  readonly route?: MethodDecorator;
}

/** Starts an application, and takes from it what runs for a request. */
export async function createCapabilitySubject(
  nestClerk: typeof NestClerk,
  { options, providers = [], parameter, route }: CapabilitySettings,
): Promise<CapabilitySubject> {
  class MeController {
    me(_value: unknown): void {
      // Never called: only its decorators are read.
    }
  }
  parameter(MeController.prototype, 'me', 0);
  const handler = Object.getOwnPropertyDescriptor(MeController.prototype, 'me')!;
  route?.(MeController.prototype, 'me', handler);
  Get('me')(MeController.prototype, 'me', handler);
  Controller()(MeController);
  const adapter = new CapturingAdapter();
  const root = {
    module: class Root {},
    controllers: [MeController],
    imports: [nestClerk.ClerkModule.forRoot(options)],
    providers,
  };
  const application = await NestFactory.create(root, adapter, { logger: false, abortOnError: false });
  await application.init();
  const middleware = adapter.middlewares[0]!;
  const guard = application.get(nestClerk.ClerkAuthGuard);
  const parameters = Reflect.getMetadata(ROUTE_ARGS_METADATA, MeController, 'me') as Record<
    string,
    { factory: (data: unknown, context: ExecutionContext) => unknown }
  >;
  const { factory } = Object.values(parameters)[0]!;
  return async headers => {
    const request = new PlainRequest(headers);
    const response = new PlainResponse();
    await new Promise<void>(resolve => middleware(request, response, () => resolve()));
    const context = new ExecutionContextHost([request, response], MeController, MeController.prototype.me);
    if ((await guard.canActivate(context)) !== true) throw new Error('The guard did not accept the request.');
    await factory(undefined, context);
  };
}

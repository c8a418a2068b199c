import type { DynamicModule, ValueProvider } from '@nestjs/common';

import type { Instance } from '../../authentication/instance.js';
import type { RequestRecord } from '../../authentication/request-record.js';
import { CLERK_MODULE_OPTIONS } from './clerk-module-options.js';

/**
 * The property of options by which `nest-clerk/testing` sets the caller of every call. A symbol that no entry point
 * exports, so that no configuration of an application can have it by accident.
 */
export const STUB_CALLER: unique symbol = Symbol('nest-clerk/testing: the caller of every call');

/** Makes the record of a caller. */
export type StubCaller = (instance: Instance) => RequestRecord;

/** Options of a test that replace authentication. */
export interface StubbedOptions {
  readonly [STUB_CALLER]?: StubCaller;
}

/** Nest copies options without their symbols into the module. */
export function withStubCaller(module: DynamicModule, options: object): DynamicModule {
  const stubCaller = (options as StubbedOptions)[STUB_CALLER];
  if (stubCaller) {
    const provider = module.providers?.find(
      each => 'provide' in each && each.provide === CLERK_MODULE_OPTIONS,
    );
    Object.assign((provider as ValueProvider<object>).useValue, { [STUB_CALLER]: stubCaller });
  }
  return module;
}

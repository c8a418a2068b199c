import type { ExecutionContext } from '@nestjs/common';

import { createConfiguration } from '../../nest/configuration/clerk-configuration.js';
import type { ClerkConfiguration } from '../../nest/configuration/clerk-configuration.js';
import { ClerkAuthGuard } from '../../nest/guard/clerk-auth.guard.js';
import { setCaller } from '../../nest/transports/set-caller.js';
import { once } from '../../helpers/once.js';
import { recordOfAuth } from './auth-record.js';
import { signedOutAuth } from './signed-out-auth.js';
import { authOfStub } from './stub-auth.js';
import type { StubAuth } from './stub-auth.js';
import { stubClerkOptions } from './stub-clerk-options.js';

/** A guard with its own configuration instead of an injected one. */
class ConfiguredGuard extends ClerkAuthGuard {
  constructor(configuration: ClerkConfiguration) {
    super();
    Object.assign(this, { injectedConfiguration: configuration });
  }
}

const stubConfiguration = once(() => createConfiguration(stubClerkOptions(signedOutAuth())));

/** Sets the caller of a call, and returns the decision of the real guard. */
export async function guardAs(auth: StubAuth, context: ExecutionContext): Promise<boolean> {
  const configuration = stubConfiguration();
  const instance = configuration.instanceWithoutRequest();
  const recordFor = (known = instance) => recordOfAuth(authOfStub(auth), known);
  setCaller(context, recordFor);
  return new ConfiguredGuard({ ...configuration, stubCaller: recordFor }).canActivate(context);
}

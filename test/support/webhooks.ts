import { Module } from '@nestjs/common';
import type { ModuleMetadata } from '@nestjs/common';
import { ClerkModule } from 'nest-clerk';
import type { ClerkWebhooksOptions } from 'nest-clerk';
import { LocalClerk, signWebhook } from 'nest-clerk/testing';
import type { SignWebhookOptions } from 'nest-clerk/testing';

import { startNest } from './running-app.js';
import type { Answer, NestSettings, RunningApp } from './running-app.js';

export const SIGNING_SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
export const OTHER_SIGNING_SECRET = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';

/** Starts an application with an endpoint for webhooks at `/webhooks/clerk`, and with providers that handle them. */
export async function startWebhookApp(
  providers: ModuleMetadata['providers'],
  webhooks: ClerkWebhooksOptions | ClerkWebhooksOptions[] = {},
  settings: NestSettings = {},
) {
  const local = await LocalClerk.create();
  const endpoints = [webhooks].flat().map(each => ({ signingSecret: SIGNING_SECRET, ...each }));
  return startNest({
    ...settings,
    imports: [ClerkModule.forRoot({ ...local.keys, webhooks: endpoints }), ...(settings.imports ?? [])],
    providers,
  });
}

/** Delivers an event as Clerk does. */
export async function deliver(
  app: RunningApp,
  type: string,
  { path = '/webhooks/clerk', data = { id: 'user_alice' }, ...options }: DeliverOptions = {},
): Promise<Answer> {
  const { headers, body } = signWebhook({ type, data }, { signingSecret: SIGNING_SECRET, ...options });
  return app.request(path, { method: 'POST', headers: { ...headers }, body });
}

interface DeliverOptions extends SignWebhookOptions {
  path?: string;
  data?: unknown;
}

/** A separate module, so that the order of modules can be tested. */
export function moduleOf(providers: ModuleMetadata['providers']) {
  @Module({ providers })
  class FeatureModule {}
  return FeatureModule;
}

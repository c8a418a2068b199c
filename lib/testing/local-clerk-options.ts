import type { InstanceType } from './instance-keys.js';
import type { CreateLocalJwtTemplateParams } from './store/jwt-templates.js';
import type { CreateLocalUserParams } from './store/user-record.js';

/** What `LocalClerk.create()` takes. */
export interface LocalClerkOptions {
  /** Which prefix the keys have, and with it what the middleware allows. Default: `development`. */
  instanceType?: InstanceType;
  /** The host of the Frontend API. Default: one that no other instance has. */
  frontendApi?: string;
  /** Users to start with. */
  users?: readonly CreateLocalUserParams[];
  /** JWT templates to start with. */
  jwtTemplates?: readonly CreateLocalJwtTemplateParams[];
  /** The instance's clock: Unix time in milliseconds. Default: `Date.now`. */
  now?: () => number;
}

/** The options that make a module or a middleware use a `LocalClerk` instead of Clerk. */
export interface LocalClerkKeys {
  readonly secretKey: string;
  readonly publishableKey: string;
  readonly fetch: typeof globalThis.fetch;
}

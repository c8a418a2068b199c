import type { ByRequest, ClerkOptions } from '../express/options.js';
import type { PathPattern } from './excluded-paths.js';

/**
 * What becomes of a request that is refused because nobody is signed in.
 *
 * - `'auto'`: 401, but a browser loading a page goes to `signInUrl`, if there is one, with `redirect_url` to come back.
 * - `'reject'`: always 401.
 * - `'redirect'`: always to `signInUrl` or else `/`, as `requireAuth()` of Clerk's Express SDK does.
 *
 * No page is ever redirected to itself: that is a 401 too.
 */
export type OnUnauthenticated = 'auto' | 'reject' | 'redirect';

/** What `ClerkModule.forRoot()` takes. Whatever is not given is read from the environment when the application starts. */
export interface ClerkModuleOptions extends ClerkOptions {
  /** What becomes of a request that {@link ClerkAuthGuard} refuses. @defaultValue `'auto'` */
  onUnauthenticated?: OnUnauthenticated;
  /**
   * Paths that are not looked at, such as `/health` or `/assets/*`. Nobody is signed in there: a guard refuses, and
   * `getAuth()` says so.
   */
  exclude?: readonly PathPattern[];
  /**
   * Chooses keys and options by the request, for several domains or tenants. What it gives goes before the options
   * above. Keys go together: with other ones than above, `jwtKey` and `machineSecretKey` are not taken from there.
   *
   * @example
   * ```ts
   * const tenants = new Map([['a.example.com', { secretKey, publishableKey }]]);
   * ClerkModule.forRoot({ requestOptions: req => tenants.get(req.headers.host ?? '') ?? {} });
   * ```
   */
  requestOptions?: ByRequest<ClerkOptions | undefined>;
}

/** Gives the options of `ClerkModule.forRootAsync({ useClass })` and `({ useExisting })`. */
export interface ClerkOptionsFactory {
  createClerkOptions(): ClerkModuleOptions | Promise<ClerkModuleOptions>;
}

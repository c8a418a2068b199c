import type { ClerkMiddlewareOptions } from '@clerk/express';
import type { ClerkInstance, ClerkInstances } from './clerk-instance.js';
import { AUDIENCES, AUTHORIZED_PARTIES } from './draw/claims.js';

export const DEFAULT_CLOCK_SKEW_IN_MS = 5000;

type ReferenceOptions = Omit<
  ClerkMiddlewareOptions,
  'clerkClient' | 'debug' | 'apiClient' | 'acceptsToken' | 'isSatellite' | 'domain' | 'proxyUrl'
>;

/** The options that `clerkMiddleware()` of both packages accepts; three of them also as a function of the URL. */
export interface ConfigurationOptions extends ReferenceOptions {
  publishableKey: string;
  secretKey: string;
  isSatellite?: boolean | ((url: URL) => boolean);
  domain?: string | ((url: URL) => string);
  proxyUrl?: string | ((url: URL) => string);
}

/** One configuration of an app. Each server is created once for it and receives many drawn requests. */
export interface Configuration {
  name: string;
  instance: ClerkInstance;
  options: ConfigurationOptions;
  /** A function returns the options for each request. */
  perRequest?: boolean;
}

/** The options that affect a session token in a header or cookie. */
export function sessionConfigurations(
  { development, production }: ClerkInstances,
  apiUrl: string,
): Configuration[] {
  return [
    configuration('development', development, apiUrl),
    configuration('development, jwtKey', development, apiUrl, { jwtKey: development.jwtKey }),
    configuration('development, signInUrl', development, apiUrl, {
      signInUrl: 'https://shop.example/sign-in',
    }),
    configuration('production', production, apiUrl),
    configuration('production, jwtKey', production, apiUrl, { jwtKey: production.jwtKey }),
    configuration('authorizedParties', production, apiUrl, { authorizedParties: [...AUTHORIZED_PARTIES] }),
    configuration('audience', production, apiUrl, { audience: AUDIENCES[0] }),
    configuration('audience list and parties', production, apiUrl, {
      jwtKey: production.jwtKey,
      audience: [AUDIENCES[1], 'unused'],
      authorizedParties: [AUTHORIZED_PARTIES[0]],
    }),
    configuration('empty audience and parties', production, apiUrl, { audience: [], authorizedParties: [] }),
    configuration('clockSkewInMs 0', production, apiUrl, { clockSkewInMs: 0 }),
    configuration('clockSkewInMs 60000', development, apiUrl, {
      clockSkewInMs: 60_000,
      jwtKey: development.jwtKey,
    }),
    configuration('issuer', production, apiUrl, { issuer: ['https://unused.example', production.issuer] }),
    configuration('headerType', production, apiUrl, { headerType: ['jwt', 'at+jwt'] }),
    { ...configuration('options per request', production, apiUrl), perRequest: true },
  ];
}

/** Proxies, satellites, organization sync and machine keys, in both kinds of instance. */
export function wholeConfigurations(instances: ClerkInstances, apiUrl: string): Configuration[] {
  const { development, production } = instances;
  const satellites = [development, production].flatMap(instance =>
    [true, false, undefined].map(satelliteAutoSync =>
      configuration(`${instance.type} satellite, satelliteAutoSync ${satelliteAutoSync}`, instance, apiUrl, {
        isSatellite: true,
        domain: 'satellite.example',
        signInUrl: 'https://primary.example/sign-in?from=satellite',
        satelliteAutoSync,
      }),
    ),
  );
  const others = [development, production].flatMap(instance => [
    configuration(`${instance.type}, proxyUrl`, instance, apiUrl, {
      proxyUrl: 'https://shop.example/__clerk',
    }),
    configuration(`${instance.type}, relative proxyUrl`, instance, apiUrl, { proxyUrl: '/__clerk/' }),
    configuration(`${instance.type}, satellite by URL`, instance, apiUrl, {
      isSatellite: url => url.hostname === 'shop.example',
      domain: url => `for.${url.hostname}`,
      signInUrl: 'https://primary.example/sign-in',
      satelliteAutoSync: true,
    }),
    configuration(`${instance.type}, proxyUrl by URL`, instance, apiUrl, {
      proxyUrl: url => (url.protocol === 'https:' ? '/__proxy' : 'https://proxy.example/__clerk'),
    }),
    configuration(`${instance.type}, organization sync`, instance, apiUrl, {
      organizationSyncOptions: {
        organizationPatterns: [
          '/orgs/:id',
          '/orgs/:id/(.*)',
          '/teams/:slug',
          '/teams/:slug/(.*)',
          '/both/:slug',
        ],
        personalAccountPatterns: ['/personal', '/personal/(.*)', '/both/:any'],
      },
    }),
    configuration(`${instance.type}, machineSecretKey`, instance, apiUrl, {
      machineSecretKey: instance.machineSecretKey,
      audience: AUDIENCES[0],
    }),
    configuration(`${instance.type} satellite behind a proxy`, instance, apiUrl, {
      isSatellite: true,
      proxyUrl: 'https://satellite.example/__clerk',
      signInUrl: 'https://primary.example/sign-in',
      satelliteAutoSync: true,
    }),
  ]);
  return [...sessionConfigurations(instances, apiUrl), ...others, ...satellites];
}

function configuration(
  name: string,
  instance: ClerkInstance,
  apiUrl: string,
  options: Partial<ConfigurationOptions> = {},
): Configuration {
  const { publishableKey, secretKey } = instance;
  return { name, instance, options: { publishableKey, secretKey, apiUrl, ...options } };
}

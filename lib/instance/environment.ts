import type { ClerkOptions } from './options.js';

/** Reads the options in environment variables. Surrounding white space is removed. */
export function optionsFromEnvironment(): ClerkOptions {
  return {
    secretKey: read('CLERK_SECRET_KEY'),
    publishableKey: read('CLERK_PUBLISHABLE_KEY'),
    jwtKey: read('CLERK_JWT_KEY'),
    machineSecretKey: read('CLERK_MACHINE_SECRET_KEY'),
    apiUrl: read('CLERK_API_URL'),
    apiVersion: read('CLERK_API_VERSION'),
    signInUrl: read('CLERK_SIGN_IN_URL'),
    signUpUrl: read('CLERK_SIGN_UP_URL'),
    domain: read('CLERK_DOMAIN'),
    proxyUrl: read('CLERK_PROXY_URL'),
    isSatellite: isTruthy(read('CLERK_IS_SATELLITE')),
  };
}

/** `CLERK_FAPI_URL`: the URL of the Frontend API for a proxy, by default Clerk's own. */
export function frontendApiUrlFromEnvironment(): string | undefined {
  return read('CLERK_FAPI_URL');
}

/**
 * The default proxy path of Vercel production deployments on `*.vercel.app`, because such a domain cannot have Clerk's
 * DNS records; empty anywhere else.
 *
 * @see https://clerk.com/docs/guides/dashboard/dns-domains/proxy-fapi
 */
export function platformProxyPath(): string {
  const host = read('VERCEL_PROJECT_PRODUCTION_URL')
    ?.replace(/^https?:\/\//, '')
    .split(/[/:]/)[0];
  const isProxied =
    read('VERCEL_TARGET_ENV') === 'production' &&
    host?.endsWith('.vercel.app') &&
    !isTruthy(read('CLERK_DISABLE_AUTO_PROXY'));
  return isProxied ? '/__clerk' : '';
}

function read(name: string): string | undefined {
  return process.env[name]?.trim() || undefined;
}

/** Whether the value is `true` in any case, or a positive number. */
function isTruthy(value = ''): boolean {
  return value.toLowerCase() === 'true' || Number.parseInt(value) > 0;
}

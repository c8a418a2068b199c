/** Every variable that is read, so that a test is independent of the machine's environment. */
export const CLERK_VARIABLES = [
  'CLERK_SECRET_KEY',
  'CLERK_PUBLISHABLE_KEY',
  'CLERK_JWT_KEY',
  'CLERK_API_URL',
  'CLERK_API_VERSION',
  'CLERK_MACHINE_SECRET_KEY',
  'CLERK_SIGN_IN_URL',
  'CLERK_SIGN_UP_URL',
  'CLERK_DOMAIN',
  'CLERK_PROXY_URL',
  'CLERK_IS_SATELLITE',
] as const;

export type ClerkEnvironment = Partial<Record<(typeof CLERK_VARIABLES)[number], string>>;

/** Sets these variables and no other variables of Clerk, for the rest of the test. */
export function setEnvironment(variables: ClerkEnvironment): void {
  for (const name of CLERK_VARIABLES) {
    const value = variables[name];
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
}

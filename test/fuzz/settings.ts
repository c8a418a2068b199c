/** What the server process needs to know of the Clerk instances, which live in the process that draws. */
export interface FuzzSettings {
  readonly adapter: AdapterName;
  /** A development instance whose keys are fetched from its Backend API. */
  readonly acme: InstanceSettings;
  /** A production instance that is verified without calls, for one authorized party. */
  readonly globex: InstanceSettings & { readonly jwtKey: string };
  readonly frontendApiUrl: string;
  readonly signingSecret: string;
  /** A fault that the server has on purpose, to see its check fail. */
  readonly plant?: Plant;
}

export interface InstanceSettings {
  readonly secretKey: string;
  readonly publishableKey: string;
  readonly machineSecretKey: string;
  readonly apiUrl: string;
}

export const ADAPTERS = ['express', 'fastify'] as const;
export type AdapterName = (typeof ADAPTERS)[number];

/** Faults of the server, each of which one check has to find. */
export const PLANTS = ['error', 'rejection', 'crash', 'leak', 'stall', 'sign-in'] as const;
export type Plant = (typeof PLANTS)[number];

/** The hosts of the tenants. The satellite is one of globex. */
export const HOSTS = {
  acme: 'acme.example',
  globex: 'globex.example',
  satellite: 'sat.example',
} as const;

export const FRONTEND_API_HOSTS = {
  acme: 'fuzz-acme-01.clerk.accounts.dev',
  globex: 'clerk.globex.example',
} as const;

export const GLOBEX_ORIGIN = 'https://globex.example';
export const PROXY_PATH = '/__clerk';
export const WEBHOOK_PATH = '/webhooks/clerk';
/** How long the Frontend API may be silent, in milliseconds. */
export const PROXY_TIMEOUT_MS = 4000;
/** The header with the number of a drawn request, for the server to say which request made it stall. */
export const NUMBER_HEADER = 'x-fuzz';
/** The header that asks the stub of the Frontend API for a fault. */
export const STUB_HEADER = 'x-stub';

import { SigningKeyPair } from '../../../lib/testing/signing-key-pair.js';
import { createSubject } from '../in-process/subject.js';
import { signTokens } from '../tokens.js';
import type { TenantFigures } from './growth-figures.js';
import { BearerRequest, heapUsed } from './measurement.js';
import type { Measurement } from './measurement.js';

const COUNTS = [1, 10, 100, 1000];
/** Of all tenants together, at least one each. */
const TOKENS = 1000;

/** Tenants that are chosen by the request's host, each with keys of its own. */
export async function measureTenants(measurement: Measurement): Promise<TenantFigures[]> {
  const figures: TenantFigures[] = [];
  for (const tenants of COUNTS) figures.push(await measureWith(tenants, measurement));
  return figures;
}

async function measureWith(count: number, measurement: Measurement): Promise<TenantFigures> {
  const tenants: Tenant[] = [];
  for (let index = 0; index < count; index++)
    tenants.push(await createTenant(`tenant${index}-of-${count}.example`));
  const byHost = new Map(tenants.map(({ host, options }) => [host, options]));
  const subject = await createSubject(measurement.nestClerk, {
    requestOptions: ({ headers }) => byHost.get(String(headers.host)),
  });
  const requests: BearerRequest[] = [];
  for (const tenant of tenants) {
    const tokens = await signTokens(tenant, TOKENS / count);
    requests.push(...tokens.map(token => new BearerRequest(token, tenant.host)));
  }

  const firstOfEach = requests.filter((_, index) => index % (TOKENS / count) === 0);
  const heapBefore = heapUsed();
  const cpuBefore = process.cpuUsage();
  measurement.sendOnce(subject, firstOfEach);
  const { user, system } = process.cpuUsage(cpuBefore);
  const heapPerTenant = (heapUsed() - heapBefore) / 1024 / count;
  return {
    tenants: count,
    firstRequest: (user + system) / count,
    heapPerTenant,
    cpu: measurement.cpuAbove(subject, requests),
  };
}

interface Tenant {
  readonly host: string;
  readonly options: { publishableKey: string; secretKey: string; jwtKey: string };
  readonly issuer: string;
  readonly kid: string;
  signToken(header: object, claims: object): Promise<string>;
}

async function createTenant(host: string): Promise<Tenant> {
  // Generating a thousand RSA keys would take minutes. These share primes, which does not change what verifying costs.
  const keys = await SigningKeyPair.generate();
  const publishableKey = `pk_live_${Buffer.from(`clerk.${host}$`).toString('base64')}`;
  return {
    host,
    options: { publishableKey, secretKey: `sk_live_${host}`, jwtKey: keys.publicPem },
    issuer: `https://clerk.${host}`,
    kid: keys.kid,
    signToken: (header, claims) => keys.sign(header, claims),
  };
}

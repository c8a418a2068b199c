import { ClerkInstance } from '../conformance/clerk-instance.js';
import type { AdapterName, CaseName } from './options.js';
import type { Implementation, TenantKeys } from './servers/server-spec.js';
import { tenantKeys } from './servers/server-spec.js';
import { httpProtocol, webSocketMessage, webSocketProtocol } from './load/protocol.js';
import type { Protocol } from './load/protocol.js';
import { sessionCookies, signTokens } from './tokens.js';

/** A kind of request that is measured. */
export interface BenchCase {
  readonly name: CaseName;
  readonly adapter: AdapterName;
  readonly title: string;
  readonly baseline: Implementation;
  readonly hasReference: boolean;
  /** The instances of the application. */
  readonly tenants: readonly TenantKeys[];
  /** Whether the measured package has a process of its own for this case, because it fills its memory or has tenants. */
  readonly isAlone: boolean;
  /** Only the smallest number of connections is measured. */
  readonly hasFewConnections: boolean;
  /** Sent in rotation. */
  readonly requests: readonly Buffer[];
  /** Requests with tokens that no server has seen, each list for one measurement; sent once instead of in rotation. */
  readonly fresh: Buffer[][] | undefined;
  /** Whether all requests are sent once before the first measurement. */
  readonly isFilled: boolean;
  protocol(implementation: Implementation): Protocol;
}

const TOKENS_IN_ROTATION = 50;
const MANY_TOKENS = 100_000;
const TENANTS = 10;
/** Requests of one measurement with fresh tokens. A timed measurement would mix fresh and repeated tokens. */
export const FRESH_TOKENS = 3000;

/** Signs what the cases send. Requests are shared by the adapters, since each adapter's servers are new processes. */
export class CaseFactory {
  readonly #instance: ClerkInstance;
  readonly #measurements: number;
  readonly #tenants: readonly (readonly [ClerkInstance, string])[];
  readonly #signed = new Map<string, Promise<string[]>>();

  /**
   * @param instance - the instance of all cases but that with tenants
   * @param tenants - instances for the case with tenants
   * @param measurements - the number of measurements of each server, with those for allocations
   */
  constructor(instance: ClerkInstance, tenants: readonly ClerkInstance[], measurements: number) {
    this.#instance = instance;
    this.#measurements = measurements;
    this.#tenants = tenants.map((tenant, index) => [tenant, hostOfTenant(index)] as const);
  }

  /** @returns the case, or `undefined` if the adapter has no such case */
  async create(name: CaseName, adapter: AdapterName): Promise<BenchCase | undefined> {
    if (adapter === 'graphql') return name === 'bearer' ? this.#graphql() : undefined;
    if (adapter === 'websocket') return name === 'bearer' ? this.#webSocket() : undefined;
    return this.#http(name, adapter);
  }

  async #http(name: CaseName, adapter: 'express' | 'fastify'): Promise<BenchCase> {
    const common = { ...this.#common(), name, adapter };
    switch (name) {
      case 'bearer':
        return { ...common, title: 'warm Bearer', requests: (await this.#warm()).map(bearerRequest) };
      case 'cookie':
        return {
          ...common,
          title: 'warm cookie',
          requests: (await this.#warm()).map(token =>
            getRequest([`Cookie: ${sessionCookies(token, this.#instance)}`]),
          ),
        };
      case 'rejection':
        return {
          ...common,
          title: 'rejection without token',
          baseline: 'throwing guard',
          requests: [getRequest([])],
          protocol: () => httpProtocol(401, '"statusCode":401'),
        };
      case 'first-use':
        return {
          ...common,
          title: 'first use of each token',
          requests: (await this.#warm()).map(bearerRequest),
          fresh: await this.#freshRequests(),
        };
      case 'tenants':
        return {
          ...common,
          title: `warm Bearer, ${TENANTS} tenants`,
          // `@clerk/fastify` has one instance only.
          hasReference: adapter === 'express',
          isAlone: true,
          hasFewConnections: true,
          tenants: this.#tenants.map(([tenant, host]) => tenantKeys(tenant, host)),
          requests: await this.#tenantRequests(),
        };
      case 'tokens':
        return {
          ...common,
          title: `${MANY_TOKENS.toLocaleString('en')} tokens in rotation`,
          hasReference: false,
          isAlone: true,
          hasFewConnections: true,
          isFilled: true,
          requests: (await this.#sign('many', MANY_TOKENS)).map(bearerRequest),
        };
    }
  }

  async #graphql(): Promise<BenchCase> {
    const body = '{"query":"{ me }"}';
    const requests = (await this.#warm()).map(token =>
      message('POST /graphql HTTP/1.1', [`Authorization: Bearer ${token}`, ...jsonHeaders(body)], body),
    );
    const protocol = () => httpProtocol(200, '"me":"user_');
    return {
      ...this.#common(),
      name: 'bearer',
      adapter: 'graphql',
      title: 'GraphQL query',
      requests,
      protocol,
    };
  }

  async #webSocket(): Promise<BenchCase> {
    const [token] = await this.#warm();
    const upgrade = message('GET / HTTP/1.1', [
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
      `Authorization: Bearer ${token}`,
    ]);
    return {
      ...this.#common(),
      name: 'bearer',
      adapter: 'websocket',
      title: 'WebSocket message',
      hasReference: false,
      requests: [webSocketMessage('{"event":"me"}')],
      protocol: () => webSocketProtocol(upgrade, '"data":"user_'),
    };
  }

  #common() {
    return {
      baseline: 'empty guard' as Implementation,
      hasReference: true,
      tenants: [tenantKeys(this.#instance)],
      isAlone: false,
      hasFewConnections: false,
      isFilled: false,
      fresh: undefined,
      protocol: () => httpProtocol(200, '{"userId":"user_'),
    };
  }

  #warm(): Promise<string[]> {
    return this.#sign('warm', TOKENS_IN_ROTATION);
  }

  async #freshRequests(): Promise<Buffer[][]> {
    const tokens = await this.#sign('fresh', FRESH_TOKENS * this.#measurements);
    return Array.from({ length: this.#measurements }, (_, index) =>
      tokens.slice(index * FRESH_TOKENS, (index + 1) * FRESH_TOKENS).map(bearerRequest),
    );
  }

  async #tenantRequests(): Promise<Buffer[]> {
    const lists = this.#tenants.map(async ([tenant, host]) => {
      const tokens = await signTokens(tenant, TOKENS_IN_ROTATION / TENANTS);
      return tokens.map(token => getRequest([`Authorization: Bearer ${token}`], host));
    });
    return (await Promise.all(lists)).flat();
  }

  #sign(what: string, count: number): Promise<string[]> {
    const tokens = this.#signed.get(what) ?? signTokens(this.#instance, count);
    this.#signed.set(what, tokens);
    return tokens;
  }
}

/** The instances of the case with tenants. */
export function createTenants(): ClerkInstance[] {
  return Array.from(
    { length: TENANTS },
    (_, index) => new ClerkInstance('production', `clerk.${hostOfTenant(index)}`, `ins_tenant${index}`),
  );
}

function hostOfTenant(index: number): string {
  return `tenant${index}.example`;
}

function bearerRequest(token: string): Buffer {
  return getRequest([`Authorization: Bearer ${token}`]);
}

function getRequest(headers: readonly string[], host?: string): Buffer {
  return message(
    'GET /me HTTP/1.1',
    ['Accept: application/json', 'Sec-Fetch-Dest: empty', ...headers],
    '',
    host,
  );
}

function jsonHeaders(body: string): string[] {
  return ['Content-Type: application/json', `Content-Length: ${body.length}`];
}

function message(line: string, headers: readonly string[], body = '', host = 'shop.example'): Buffer {
  return Buffer.from([line, `Host: ${host}`, ...headers, '', body].join('\r\n'));
}

import { createPublicKey, verify } from 'node:crypto';

import type { LocalClerk } from '../../lib/testing/index.js';
import type { Identity, PoolToken, TenantName } from './draw/token-pool.js';
import { GLOBEX_ORIGIN } from './settings.js';

/** Who a server took a request for. */
export interface Answered {
  readonly id: string;
  readonly type: string;
}

/**
 * Tells who a request may sign in, from its bytes alone: independent of how the request was drawn, and of this library's
 * verifier.
 */
export class Oracle {
  private readonly known = new Map<string, Identity | undefined>();
  private readonly opaque: readonly PoolToken[];
  private readonly acmeKid: string;
  private readonly keys: Record<TenantName, ReturnType<typeof createPublicKey>>;

  constructor(instances: Record<TenantName, LocalClerk>, tokens: readonly PoolToken[]) {
    this.keys = {
      acme: createPublicKey(instances.acme.jwtKey),
      globex: createPublicKey(instances.globex.jwtKey),
    };
    for (const { text, identity } of tokens) if (identity) this.known.set(text, identity);
    this.acmeKid = instances.acme.kid;
    this.opaque = tokens.filter(({ text, identity }) => identity && !text.includes('.'));
  }

  /**
   * @param sent - what was sent, in latin1
   * @param tenant - the tenant that the request was for, if that is certain
   * @returns why the answer is wrong, if it is
   */
  objection(sent: string, answered: Answered, tenant: TenantName | undefined): string | undefined {
    const identities = [...this.identitiesIn(sent)];
    const matching = identities.filter(({ id, type }) => id === answered.id && type === answered.type);
    if (matching.length === 0) {
      return `signed in as ${answered.id} (${answered.type}), for whom the request has no valid token`;
    }
    if (tenant && !matching.some(identity => identity.tenant === tenant)) {
      return `signed in as ${answered.id} of another tenant than ${tenant}`;
    }
    return undefined;
  }

  private *identitiesIn(sent: string): Iterable<Identity> {
    for (const text of new Set([sent, percentDecoded(sent)])) {
      for (const { text: token, identity } of this.opaque)
        if (identity && text.includes(token)) yield identity;
      for (const jwt of jwtsIn(text)) {
        const identity = this.identityOf(jwt);
        if (identity) yield identity;
      }
    }
  }

  private identityOf(jwt: string): Identity | undefined {
    if (this.known.has(jwt)) return this.known.get(jwt);
    const identity = this.verified(jwt);
    if (this.known.size < 100_000) this.known.set(jwt, identity);
    return identity;
  }

  /** A JWT that is not one of the pool, such as one with other bits behind its last byte. */
  private verified(jwt: string): Identity | undefined {
    const [header = '', payload = '', signature = ''] = jwt.split('.');
    const signed = Buffer.from(`${header}.${payload}`, 'latin1');
    for (const tenant of ['acme', 'globex'] as const) {
      if (!verify('sha256', signed, this.keys[tenant], Buffer.from(signature, 'base64url'))) continue;
      const head = json(header);
      const claims = json(payload);
      const now = Date.now() / 1000;
      if (!head || !claims || head['alg'] !== 'RS256' || 'crit' in head) return undefined;
      if (head['typ'] !== undefined && head['typ'] !== 'JWT') return undefined;
      if (!['cl_B7d4PD111AAA', undefined].includes(head['cat'] as string | undefined)) return undefined;
      // With a key that is configured, as globex has it, the id of the key says nothing.
      if (tenant === 'acme' && head['kid'] !== this.acmeKid) return undefined;
      if (!(Number(claims['exp']) > now - 10) || claims['sts'] === 'pending') return undefined;
      if (Number(claims['nbf'] ?? 0) > now + 10 || Number(claims['iat'] ?? 0) > now + 10) return undefined;
      if (tenant === 'globex' && claims['azp'] !== GLOBEX_ORIGIN) return undefined;
      return { tenant, id: String(claims['sub']), type: 'session_token' };
    }
    return undefined;
  }
}

/** Any three parts in a row that dots separate. Not by one expression, which takes quadratic time on long words. */
function* jwtsIn(text: string): Iterable<string> {
  for (const word of text.split(/[^\w.-]/)) {
    const parts = word.split('.');
    for (let at = 0; at + 2 < parts.length; at++) {
      // Signatures of RSA have 342 characters.
      if (parts[at + 2]!.length >= 300) yield parts.slice(at, at + 3).join('.');
    }
  }
}

function json(part: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** Each escape by itself: what surrounds a token need not be well-formed. */
function percentDecoded(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

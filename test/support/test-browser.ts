import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

import { PAGE_LOAD } from './browser.js';

/** One page load and its response. */
export interface Visit {
  readonly url: string;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly setCookies: readonly string[];
  readonly location: string | undefined;
  readonly text: string;
  /** The body as JSON; `undefined` if it is not JSON. */
  readonly json: unknown;
}

interface StoredCookie {
  name: string;
  value: string;
  /** The host that set it, or its domain. */
  domain: string;
  /** Whether the hosts below that domain receive it too. */
  forSubdomains: boolean;
  /** Unix time in milliseconds. */
  expiresAt: number;
  isSecure: boolean;
}

const MOST_REDIRECTS = 10;

/**
 * A browser that loads pages over HTTP, and stores cookies. Every hostname leads to a port of this machine, behind a
 * proxy that terminates TLS for `https` and sets `X-Forwarded-Proto`.
 */
export class TestBrowser {
  readonly #ports: Readonly<Record<string, number>>;
  #jar: StoredCookie[] = [];

  /** @param ports - the port of each host of a URL; hosts of this machine may be omitted */
  constructor(ports: Readonly<Record<string, number>> = {}) {
    this.#ports = ports;
  }

  /** Loads a page without following redirects. */
  async load(url: string, headers: OutgoingHttpHeaders = {}): Promise<Visit> {
    const cookie = this.#cookieHeader(new URL(url));
    const visit = await this.#send(url, { ...PAGE_LOAD, ...(cookie && { cookie }), ...headers });
    for (const line of visit.setCookies) this.#store(new URL(url).hostname, line);
    return visit;
  }

  /** Loads a page and follows redirects, up to the limit of browsers. */
  async visit(url: string, headers: OutgoingHttpHeaders = {}): Promise<Visit[]> {
    const visits: Visit[] = [];
    for (let next: string | undefined = url; next !== undefined;) {
      if (visits.length > MOST_REDIRECTS) throw new Error(`Too many redirects, the last to ${next}`);
      const visit: Visit = await this.load(next, headers);
      visits.push(visit);
      next = visit.location && new URL(visit.location, next).href;
    }
    return visits;
  }

  /** The cookies of a host, as they are sent over TLS. */
  cookies(host: string): Record<string, string> {
    // Of two with the same name, readers use the first.
    return Object.fromEntries(
      this.#cookiesFor(host)
        .map(({ name, value }) => [name, value] as const)
        .reverse(),
    );
  }

  /**
   * Sets a cookie like a script of the page.
   *
   * @param line - as in `Set-Cookie`
   */
  setCookie(host: string, line: string): void {
    this.#store(host, line);
  }

  loseCookie(host: string, name: string): void {
    this.#jar = this.#jar.filter(cookie => cookie.name !== name || cookie.domain !== host);
  }

  #cookiesFor(host: string): StoredCookie[] {
    return this.#jar.filter(
      ({ domain, forSubdomains, expiresAt }) =>
        expiresAt > Date.now() && (domain === host || (forSubdomains && host.endsWith(`.${domain}`))),
    );
  }

  #cookieHeader({ hostname, protocol }: URL): string {
    return this.#cookiesFor(hostname)
      .filter(({ isSecure }) => !isSecure || protocol === 'https:')
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  #store(host: string, line: string): void {
    const [pair = '', ...attributes] = line.split(';').map(part => part.trim());
    const [name = '', value = ''] = pair.split('=');
    const attribute = (wanted: string) =>
      attributes.find(text => text.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
    const domain = attribute('domain');
    if (domain !== undefined && host !== domain && !host.endsWith(`.${domain}`)) return;
    const cookie: StoredCookie = {
      name,
      value,
      domain: domain ?? host,
      forSubdomains: domain !== undefined,
      expiresAt: expiryOf(attribute('max-age'), attribute('expires')),
      isSecure: attributes.includes('Secure'),
    };
    const isSame = (other: StoredCookie) =>
      other.name === name && other.domain === cookie.domain && other.forSubdomains === cookie.forSubdomains;
    this.#jar = [...this.#jar.filter(other => !isSame(other)), cookie];
  }

  #send(url: string, headers: OutgoingHttpHeaders): Promise<Visit> {
    const { protocol, host, hostname, pathname, search, port: ownPort } = new URL(url);
    const isHere = hostname === 'localhost' || hostname === '127.0.0.1';
    const port = this.#ports[host] ?? (isHere ? Number(ownPort) : undefined);
    if (port === undefined) throw new Error(`${url} leads nowhere.`);
    const behindTls = protocol === 'https:' ? { 'x-forwarded-proto': 'https' } : {};
    return new Promise((resolve, reject) => {
      httpRequest(
        {
          host: '127.0.0.1',
          port,
          path: pathname + search,
          headers: { host, ...behindTls, ...headers },
          agent: false,
        },
        response => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
          response.on('end', () =>
            resolve({
              url,
              status: response.statusCode ?? 0,
              headers: response.headers,
              setCookies: response.headers['set-cookie'] ?? [],
              location: response.headers.location,
              text,
              json: parseJson(text),
            }),
          );
        },
      )
        .on('error', reject)
        .end();
    });
  }
}

function expiryOf(maxAge: string | undefined, expires: string | undefined): number {
  if (maxAge !== undefined) return Date.now() + Number(maxAge) * 1000;
  return expires === undefined ? Number.POSITIVE_INFINITY : Date.parse(expires);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

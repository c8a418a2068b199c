import { LocalClerk } from '../../lib/testing/index.js';
import type { LocalClerkServer } from '../../lib/testing/index.js';
import { Random } from '../conformance/random.js';
import { STUB_FAULTS } from './draw/bodies.js';
import type { DrawnRequest } from './draw/drawn-request.js';
import { toBytes } from './draw/drawn-request.js';
import { RequestSource } from './draw/request.js';
import { createTokenPool, userIds } from './draw/token-pool.js';
import type { TenantName } from './draw/token-pool.js';
import type { Check, Finding } from './findings.js';
import { heapTrend } from './heap-trend.js';
import type { HeapPoint } from './heap-trend.js';
import { Http1Lane, sendBytes } from './http1-load.js';
import { Http2Lane, toHttp2Fields } from './http2-load.js';
import { Oracle } from './oracle.js';
import type { ProcessSample } from './process-watch.js';
import type { Answer } from './response-reader.js';
import { ServerProcess } from './server-process.js';
import { FRONTEND_API_HOSTS } from './settings.js';
import type { AdapterName, FuzzSettings, Plant } from './settings.js';
import { startStubFrontendApi } from './stub-frontend-api.js';
import type { StubFrontendApi } from './stub-frontend-api.js';

const LANES = 10;
const LONGEST_BATCH = 8;
const HTTP2_SHARE = 0.12;
const SEGMENTS = 15;
const SIGNING_SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
/** Findings of one check that are kept in full; more of them tell no more. */
const KEPT_FINDINGS = 20;

/** What a run came to. */
export interface FuzzReport {
  readonly requests: number;
  readonly seconds: number;
  readonly findings: readonly Finding[];
  readonly statuses: ReadonlyMap<number, number>;
  readonly labels: ReadonlyMap<string, number>;
  readonly signedIn: number;
  readonly overHttp2: number;
  /** Answers of 5xx that are explained, by the explanation. */
  readonly explained: ReadonlyMap<string, number>;
  readonly heap: readonly HeapPoint[];
  readonly trend: ReturnType<typeof heapTrend>;
  readonly lastSample: ProcessSample | undefined;
  /** Stalls that did not repeat when their requests were sent again, alone. */
  readonly unconfirmedStalls: number;
}

/** The fuzzing of one adapter: Clerk instances, the servers, and what is known of their answers. */
export class FuzzRun {
  private readonly findings: Finding[] = [];
  private readonly statuses = new Map<number, number>();
  private readonly labels = new Map<string, number>();
  private readonly explained = new Map<string, number>();
  private readonly unexplained: { request: DrawnRequest; bytes: Buffer; answer: Answer }[] = [];
  private readonly lanes: Http1Lane[];
  private readonly http2Lanes: Http2Lane[];
  private answered = 0;
  private signedIn = 0;
  private overHttp2 = 0;
  private unconfirmedStalls = 0;

  private constructor(
    private readonly adapter: AdapterName,
    readonly source: RequestSource,
    private readonly oracle: Oracle,
    private readonly servers: ServerProcess,
    private readonly upstreams: readonly (LocalClerkServer | StubFrontendApi)[],
  ) {
    const onAnswer = this.judge.bind(this);
    this.lanes = Array.from({ length: LANES }, () => new Http1Lane(servers.ports.http1, onAnswer));
    this.http2Lanes = Array.from({ length: 2 }, () => new Http2Lane(servers.ports.http2));
  }

  static async start(adapter: AdapterName, seed: number, plant?: Plant): Promise<FuzzRun> {
    const instances = { acme: await createInstance('acme'), globex: await createInstance('globex') };
    const [acmeApi, globexApi, frontendApi] = await Promise.all([
      instances.acme.listen(),
      instances.globex.listen(),
      startStubFrontendApi(),
    ]);
    const settings: FuzzSettings = {
      adapter,
      acme: keysOf(instances.acme, acmeApi.url),
      globex: { ...keysOf(instances.globex, globexApi.url), jwtKey: instances.globex.jwtKey },
      frontendApiUrl: frontendApi.url,
      signingSecret: SIGNING_SECRET,
      plant,
    };
    const [pool, servers] = await Promise.all([createTokenPool(instances), ServerProcess.start(settings)]);
    const oracle = new Oracle(instances, Object.values(pool).flat());
    const source = new RequestSource(seed, pool, SIGNING_SECRET, {
      acme: instances.acme.publishableKey,
      globex: instances.globex.publishableKey,
    });
    return new FuzzRun(adapter, source, oracle, servers, [acmeApi, globexApi, frontendApi]);
  }

  /** @param onProgress - is told the number of requests answered until now, some times a second */
  async run(requests: number, onProgress: (answered: number) => void): Promise<FuzzReport> {
    const heap: HeapPoint[] = [];
    let lastSample: ProcessSample | undefined;
    const began = performance.now();
    const timer = setInterval(() => onProgress(this.answered), 5000);
    for (let segment = 0; segment < SEGMENTS && !this.servers.isEnded; segment++) {
      const from = Math.floor((requests * segment) / SEGMENTS);
      const to = Math.floor((requests * (segment + 1)) / SEGMENTS);
      await this.sendAll(from, to).catch((error: unknown) => this.note('no crash', String(error)));
      lastSample = (await this.servers.sample()) ?? lastSample;
      if (lastSample) heap.push({ requests: to, bytes: lastSample.heapUsed + lastSample.external });
    }
    const seconds = (performance.now() - began) / 1000;
    clearInterval(timer);
    await this.compareWithControl();
    await this.confirmStalls();
    this.noteServerFaults();
    const trend = heapTrend(heap);
    if (trend.isLeak) {
      this.note('flat heap', `the heap grows by ${trend.slope.toFixed(1)} bytes with each request`);
    }
    this.noteCoverage(requests);
    return {
      requests: this.answered,
      seconds,
      findings: this.findings,
      statuses: this.statuses,
      labels: this.labels,
      signedIn: this.signedIn,
      overHttp2: this.overHttp2,
      explained: this.explained,
      heap,
      trend,
      lastSample,
      unconfirmedStalls: this.unconfirmedStalls,
    };
  }

  /** Sends some drawn requests, one after the other on one connection. */
  async replay(numbers: readonly number[], show: (request: DrawnRequest, answer?: Answer) => void) {
    for (const number of numbers) {
      const request = this.source.draw(number);
      const lane = new Http1Lane(this.servers.ports.http1, (_request, bytes, answer, isExtra) => {
        if (!isExtra) show(request, answer);
        this.judge(request, bytes, answer, isExtra);
      });
      if (isOverHttp2(number)) show(request, await this.sendOverHttp2(request));
      else await lane.send([request]);
      lane.close();
    }
    await this.compareWithControl();
    await new Promise(resolve => setTimeout(resolve, 100));
    this.noteServerFaults();
    return this.findings;
  }

  async sendRaw(bytes: Buffer): Promise<Answer[]> {
    return sendBytes(this.servers.ports.http1, bytes);
  }

  stop(): void {
    for (const lane of [...this.lanes, ...this.http2Lanes]) lane.close();
    this.servers.stop();
    for (const upstream of this.upstreams) void upstream.close();
  }

  private async sendAll(from: number, to: number): Promise<void> {
    let next = from;
    const takeBatch = (): DrawnRequest[] => {
      const batch: DrawnRequest[] = [];
      const length = 1 + Random.from('batch', next).integer(LONGEST_BATCH);
      while (next < to && batch.length < length) {
        const request = this.source.draw(next);
        // Alone: Node answers what is malformed at once, and drops earlier requests that are still being handled.
        if (request.endsConnection && batch.length > 0) break;
        next++;
        batch.push(request);
        if (request.endsConnection) break;
      }
      return batch;
    };
    const work = async (lane: Http1Lane) => {
      while (next < to && !this.servers.isEnded) {
        const batch = takeBatch();
        const http2 = batch.filter(({ number }) => isOverHttp2(number)).map(each => this.sendOverHttp2(each));
        let rest: readonly DrawnRequest[] = batch.filter(({ number }) => !isOverHttp2(number));
        while (rest.length > 0) rest = await lane.send(rest);
        await Promise.all(http2);
      }
    };
    await Promise.all(this.lanes.map(work));
  }

  private async sendOverHttp2(request: DrawnRequest): Promise<Answer | undefined> {
    const random = Random.from('http2 fields', request.number);
    const fields = request.mustBe ? toHttp2Fields(request, new Random(4)) : toHttp2Fields(request, random);
    if (!fields) return undefined;
    const lane = this.http2Lanes[request.number % this.http2Lanes.length]!;
    const sendAgain = async () => (await lane.send(fields, request.body)) ?? lane.send(fields, request.body);
    const answer = await (request.mustBe ? sendAgain() : lane.send(fields, request.body));
    const sent = Object.entries(fields).map(([name, value]) => `${name}: ${[value].flat().join(', ')}`);
    // A stream that the server resets, or that this client cannot send, is an answer too.
    if (!answer && !request.mustBe) return undefined;
    this.overHttp2++;
    this.judge(request, Buffer.from(sent.join('\n'), 'latin1'), answer);
    return answer;
  }

  private judge(
    request: DrawnRequest,
    bytes: Buffer,
    answer: Answer | undefined,
    isExtra = false,
    why = '',
  ): void {
    if (isExtra && answer) {
      if (answer.status >= 500) this.judgeFailure(request, bytes, answer);
      return this.judgeIdentity({ ...request, target: '', tenant: undefined }, bytes, answer);
    }
    this.answered++;
    const { number } = request;
    if (!answer) {
      if (request.endsConnection || this.servers.isEnded) return;
      return this.note('every well-formed request is answered', why, [number], bytes);
    }
    count(this.statuses, answer.status);
    for (const label of request.labels) count(this.labels, label);
    if (answer.status >= 500) this.judgeFailure(request, bytes, answer);
    this.judgeIdentity(request, bytes, answer);
  }

  private judgeFailure(request: DrawnRequest, bytes: Buffer, answer: Answer): void {
    const fault = request.stubFault as keyof typeof STUB_FAULTS | undefined;
    const statuses: readonly number[] = fault ? STUB_FAULTS[fault] : [];
    if (statuses.includes(answer.status)) {
      return count(this.explained, `the stub of the Frontend API (${fault}): ${answer.status}`);
    }
    if (this.unexplained.length < 200) this.unexplained.push({ request, bytes, answer });
  }

  /** What the same server without Clerk answers in the same way is not ours. */
  private async compareWithControl(): Promise<void> {
    for (const { request, bytes, answer } of this.unexplained.splice(0)) {
      const isHttp1 = answer.head.startsWith('HTTP/1');
      const sent = isHttp1 ? bytes : toBytes(request);
      const control = this.servers.isEnded ? [] : await sendBytes(this.servers.ports.control, sent);
      if (control.some(({ status }) => status === answer.status)) {
        count(this.explained, `the adapter without Clerk too: ${answer.status}`);
        continue;
      }
      const detail = `${answer.status} ${answer.body.slice(0, 300)}`;
      this.note('no 5xx of ours', detail, [request.number], bytes);
    }
  }

  private judgeIdentity(request: DrawnRequest, bytes: Buffer, { status, body }: Answer): void {
    const { number, tenant, mustBe } = request;
    let isSignedIn = false;
    for (const [, id = '', type = ''] of body.matchAll(/"\w+":\{"id":"([^"]+)","type":"([^"]+)"\}/g)) {
      isSignedIn = true;
      const objection = this.oracle.objection(bytes.toString('latin1'), { id, type }, tenant);
      if (objection) {
        this.note('no caller is signed in without a valid token', objection, [number], bytes);
      }
    }
    if (isSignedIn) this.signedIn++;
    else if (status === 200 && this.hasGuards(request) && body.includes('"who"')) {
      const detail = `a guarded route answered a request that is not signed in: ${body.slice(0, 200)}`;
      this.note('no caller is signed in without a valid token', detail, [number], bytes);
    }
    if (mustBe && !body.includes(`"id":"${mustBe.id}"`)) {
      const detail = `${status} ${body.slice(0, 300)} instead of ${mustBe.id}`;
      this.note('plain requests with a valid token are signed in', detail, [number], bytes);
    }
  }

  /** Over HTTP/2 the adapter of Express has the middleware alone. */
  private hasGuards(request: DrawnRequest): boolean {
    return isGuarded(request) && !(this.adapter === 'express' && isOverHttp2(request.number));
  }

  /** A stall that comes again when its requests are sent alone is theirs, and not the machine's. */
  private async confirmStalls(): Promise<void> {
    const { stalls } = this.servers;
    for (const stall of stalls.splice(0).slice(0, 20)) {
      const culprit = await this.culpritOf(stall.numbers);
      if (culprit === undefined) this.unconfirmedStalls++;
      else {
        const detail = `${stall.ownMs.toFixed(0)} ms of CPU without garbage collection, again when sent alone`;
        const bytes = toBytes(this.source.draw(culprit));
        this.note('no stall of ours over 50 ms', detail, [culprit], bytes);
      }
    }
  }

  private async culpritOf(numbers: readonly number[]): Promise<number | undefined> {
    const { stalls } = this.servers;
    for (const number of numbers) {
      if (this.servers.isEnded) return undefined;
      stalls.length = 0;
      const request = this.source.draw(number);
      if (isOverHttp2(number)) await this.sendOverHttp2(request);
      else {
        const lane = new Http1Lane(this.servers.ports.http1, () => undefined);
        await lane.send([request]);
        lane.close();
      }
      await new Promise(resolve => setTimeout(resolve, 60));
      if (stalls.length > 0) return number;
    }
    return undefined;
  }

  private noteServerFaults(): void {
    for (const { kind, detail } of this.servers.faults.splice(0)) {
      this.note(
        kind === 'crash' ? 'no crash' : 'no unhandled rejection, uncaught exception or warning',
        `${kind}: ${detail}`,
      );
    }
  }

  private noteCoverage(requests: number): void {
    const wanted = ['plain', 'api', 'page', 'handshake', 'webhook', 'tampered webhook', 'proxied', 'graphql'];
    const missing = [...wanted, 'mutated', 'mutated token', 'body', 'forwarded'].filter(
      label => !this.labels.has(label),
    );
    for (const status of [200, 302, 307, 400, 401, 403]) {
      if (!this.statuses.has(status)) missing.push(`status ${status}`);
    }
    if (this.signedIn < requests / 10) missing.push(`only ${this.signedIn} answers to signed-in callers`);
    if (this.overHttp2 < requests / 50) missing.push(`only ${this.overHttp2} requests over HTTP/2`);
    if (missing.length > 0) this.note('the draws cover what they should', missing.join(', '));
  }

  private note(check: Check, detail: string, numbers: readonly number[] = [], bytes?: Buffer): void {
    if (this.findings.filter(finding => finding.check === check).length >= KEPT_FINDINGS) return;
    this.findings.push({ check, detail, numbers, bytes });
  }
}

function isOverHttp2(number: number): boolean {
  return Random.from('http2', number).chance(HTTP2_SHARE);
}

function isGuarded({ target, method }: DrawnRequest): boolean {
  return (
    method !== 'OPTIONS' && /^\/guarded(?:\/(?:any|admin|invoices|recent|api-key))?(?:\?[^#]*)?$/.test(target)
  );
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function keysOf(local: LocalClerk, apiUrl: string) {
  const { secretKey, publishableKey, machineSecretKey } = local;
  return { secretKey, publishableKey, machineSecretKey, apiUrl };
}

async function createInstance(tenant: TenantName): Promise<LocalClerk> {
  const isProduction = tenant === 'globex';
  const users = userIds(tenant).map(id => ({ id }));
  return LocalClerk.create({
    instanceType: isProduction ? 'production' : 'development',
    frontendApi: FRONTEND_API_HOSTS[tenant],
    users,
    organizations: [
      { id: `org_${tenant}`, name: tenant, slug: tenant, members: users.map(({ id }) => ({ user: id })) },
    ],
  });
}

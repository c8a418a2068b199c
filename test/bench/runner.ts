import type { BenchCase } from './cases.js';

import { Load } from './load/load.js';
import type { BenchOptions } from './options.js';
import { otherBuildName } from './report.js';
import { mergeSeries } from './results.js';
import type { Sample, Series } from './results.js';
import { MeasuredServer } from './servers/measured-server.js';
import type { Implementation, ServerSpec } from './servers/server-spec.js';
import { quantile } from './statistics.js';

/** The part of a measurement that comes before it, so that the server is under sustained load when it begins. */
const RAMP = 0.25;
/** Requests of the counting of allocations. */
const COUNTED_REQUESTS = 3000;
const FILL_CONNECTIONS = 64;

/** The directories of the builds that are compared. */
export interface Builds {
  readonly present: string;
  readonly other: string | undefined;
}

/** A server in a case. */
interface Subject {
  readonly server: MeasuredServer;
  readonly label: string;
  readonly implementation: Implementation;
  /** The place in the rotation of requests, which goes on from one measurement to the next. */
  position: number;
  readonly samples: Map<number, Sample[]>;
  allocated: number | undefined;
}

/** Measures the cases of one adapter, each time with new processes. */
export async function measureRepeatedly(...args: ConstructorParameters<typeof Runner>): Promise<Series[]> {
  const [cases, { processes }, , , onProgress] = args;
  const runs: Series[][] = [];
  for (let run = 1; run <= processes; run++) {
    onProgress(`${cases[0]?.adapter}: processes ${run} of ${processes}`);
    runs.push(await new Runner(...args).run());
  }
  return mergeSeries(runs);
}

/** Measures the cases of one adapter, with server processes of its own. */
export class Runner {
  readonly #servers = new Map<string, Promise<MeasuredServer>>();
  readonly #subjects = new Map<BenchCase, Subject[]>();

  constructor(
    private readonly cases: readonly BenchCase[],
    private readonly options: BenchOptions,
    private readonly builds: Builds,
    private readonly apiUrl: string,
    private readonly onProgress: (text: string) => void,
  ) {}

  async run(): Promise<Series[]> {
    try {
      for (const benchCase of this.cases) this.#subjects.set(benchCase, await this.#subjectsOf(benchCase));
      // The first round is the warm-up.
      for (let round = -1; round < this.options.rounds; round++) {
        this.onProgress(`${this.cases[0]?.adapter}: round ${round + 1} of ${this.options.rounds}`);
        for (const benchCase of this.cases) await this.#measureRound(benchCase, round);
      }
      for (const benchCase of this.cases) await this.#countAllocations(benchCase);
      return this.cases.flatMap(benchCase => this.#seriesOf(benchCase));
    } finally {
      for (const server of this.#servers.values())
        void server.then(
          started => started.stop(),
          () => {},
        );
    }
  }

  async #subjectsOf(benchCase: BenchCase): Promise<Subject[]> {
    const { present, other } = this.builds;
    const subjects = [await this.#subject(benchCase, benchCase.baseline, benchCase.baseline, present)];
    if (benchCase.hasReference && this.options.hasReference) {
      const label = benchCase.adapter === 'fastify' ? '@clerk/fastify' : '@clerk/express';
      subjects.push(await this.#subject(benchCase, 'reference', label, present));
    }
    subjects.push(await this.#subject(benchCase, 'nest-clerk', 'nest-clerk', present));
    if (other) {
      const label = otherBuildName(this.options.against!);
      subjects.push(await this.#subject(benchCase, 'nest-clerk', label, other));
    }
    return subjects;
  }

  async #subject(
    benchCase: BenchCase,
    implementation: Implementation,
    label: string,
    packageDirectory: string,
  ): Promise<Subject> {
    const { adapter, tenants } = benchCase;
    const isBaseline = implementation === benchCase.baseline;
    const key = `${label} ${benchCase.isAlone && !isBaseline ? benchCase.name : ''}`;
    const spec: ServerSpec = { adapter, implementation, packageDirectory, tenants, apiUrl: this.apiUrl };
    const started = this.#servers.get(key) ?? MeasuredServer.start(spec);
    this.#servers.set(key, started);
    const subject = { label, implementation, position: 0, samples: new Map(), allocated: undefined };
    const server = await started;
    if (benchCase.isFilled && !isBaseline) await fill(server, benchCase);
    return { ...subject, server };
  }

  async #measureRound(benchCase: BenchCase, round: number): Promise<void> {
    const subjects = this.#subjects.get(benchCase)!;
    // Every round begins with another server, so that load on the machine affects all of them.
    const order = subjects.map((_, index) => subjects[(index + round + 1) % subjects.length]!);
    for (const [index, connections] of this.#connectionsOf(benchCase).entries()) {
      const fresh = benchCase.fresh?.[(round + 1) * this.options.connections.length + index];
      for (const subject of order) {
        const sample = await this.#measure(benchCase, subject, connections, fresh);
        if (round < 0) continue;
        const samples = subject.samples.get(connections) ?? [];
        subject.samples.set(connections, [...samples, sample]);
      }
    }
  }

  #connectionsOf({ hasFewConnections }: BenchCase): readonly number[] {
    const { connections } = this.options;
    return hasFewConnections ? [Math.min(...connections)] : connections;
  }

  async #measure(
    benchCase: BenchCase,
    subject: Subject,
    connections: number,
    fresh: readonly Buffer[] | undefined,
  ): Promise<Sample> {
    const { server } = subject;
    const load = await Load.connect(server.port, connections, benchCase.protocol(subject.implementation));
    const next = () => benchCase.requests[subject.position++ % benchCase.requests.length]!;
    const milliseconds = this.options.seconds * 1000;
    await load.sendFor(milliseconds * RAMP, next);

    const latencies: number[] = [];
    const before = await server.usage();
    const began = performance.now();
    const count = fresh
      ? await load.sendAll(fresh, latencies)
      : await load.sendFor(milliseconds, next, latencies);
    const seconds = (performance.now() - began) / 1000;
    const after = await server.usage();
    load.close();
    return {
      cpu: (after.cpu - before.cpu) / count,
      mainThread: (after.mainThread - before.mainThread) / count,
      requestsPerSecond: count / seconds,
      p50: quantile(latencies, 0.5),
      p99: quantile(latencies, 0.99),
    };
  }

  async #countAllocations(benchCase: BenchCase): Promise<void> {
    for (const subject of this.#subjects.get(benchCase)!) {
      const next = () => benchCase.requests[subject.position++ % benchCase.requests.length]!;
      const requests = benchCase.fresh?.at(-1) ?? Array.from({ length: COUNTED_REQUESTS }, next);
      const connections = Math.min(...this.options.connections);
      const load = await Load.connect(
        subject.server.port,
        connections,
        benchCase.protocol(subject.implementation),
      );
      const bytes = await subject.server.allocationsDuring(() => load.sendAll(requests));
      load.close();
      subject.allocated = bytes / requests.length;
    }
  }

  #seriesOf(benchCase: BenchCase): Series[] {
    const { adapter, name, title, baseline } = benchCase;
    return this.#connectionsOf(benchCase).flatMap(connections =>
      this.#subjects.get(benchCase)!.map(({ label, implementation, samples, allocated }) => ({
        adapter,
        case: name,
        title,
        connections,
        server: label,
        isBaseline: implementation === baseline,
        samples: samples.get(connections) ?? [],
        allocated: connections === Math.min(...this.options.connections) ? allocated : undefined,
      })),
    );
  }
}

async function fill(server: MeasuredServer, { protocol, requests }: BenchCase): Promise<void> {
  const load = await Load.connect(server.port, FILL_CONNECTIONS, protocol('nest-clerk'));
  await load.sendAll(requests);
  load.close();
}

/** The number of lists of fresh tokens that a run needs. */
export function freshMeasurements({ rounds, connections }: BenchOptions): number {
  return (rounds + 1) * connections.length + 1;
}

import { answerOf, differencesBetween, isSignedIn } from './answer.js';
import type { Answer } from './answer.js';
import type { BackendScript } from './backend-api.js';
import type { ClerkInstances } from './clerk-instance.js';
import { freezeClock, REQUESTS_PER_INSTANT } from './clock.js';
import type { Configuration } from './configurations.js';
import { describeCase } from './describe.js';
import type { ComparedCase } from './deviations.js';
import { DEVIATIONS } from './deviations.js';
import type { DrawnCase } from './draw/case.js';
import { CaseSource } from './draw/case.js';
import { guardDisagreement } from './guard.js';
import { withoutScheme } from './draw/surroundings.js';
import { send } from './http-client.js';
import { closeHttp2Sessions, sendHttp2 } from './http2-client.js';
import type { Space } from './spaces.js';
import { startGuardedNest, startNest, startNestHttp2 } from './subjects/nest-clerk.js';
import { startExpress } from './subjects/nest-clerk-express.js';
import { startReference } from './subjects/reference.js';
import type { StartSubject, Subject } from './subjects/subject.js';
import { increment, Tally } from './tally.js';

/** The subjects that can be compared with the reference; the reference itself, to check the comparison. */
const SUBJECTS: Record<string, StartSubject> = {
  nest: startNest,
  express: startExpress,
  reference: startReference,
};

/** The apps of one configuration. */
interface Apps {
  reference: Subject;
  subjects: Map<string, Subject>;
  /** The Nest app with the guard, if Nest is compared. */
  guarded: Subject | undefined;
  /** The Nest app over HTTP/2, if Nest is compared. */
  http2: Subject | undefined;
}

interface RunParameters {
  space: Space;
  seed: number;
  configurations: Configuration[];
  instances: ClerkInstances;
  backend: BackendScript;
  subjects: string[];
}

/** The comparison of many drawn requests against running apps. */
export class Run {
  readonly tally = new Tally();
  readonly deviations = new Map<string, number>();
  different = 0;

  private constructor(
    private readonly cases: CaseSource,
    private readonly apps: Map<Configuration, Apps>,
  ) {}

  static async start({
    space,
    seed,
    configurations,
    instances,
    backend,
    subjects,
  }: RunParameters): Promise<Run> {
    const apps = new Map<Configuration, Apps>();
    for (const configuration of configurations)
      apps.set(configuration, await startApps(configuration, subjects));
    return new Run(new CaseSource(space, seed, configurations, instances, backend), apps);
  }

  /** Compares the cases of these numbers; `onFailure` receives each difference as a string. */
  async compare(numbers: number[], onFailure: (description: string) => void): Promise<void> {
    const batches = new Map<number, number[]>();
    for (const number of numbers) {
      const batch = Math.floor(number / REQUESTS_PER_INSTANT);
      batches.set(batch, [...(batches.get(batch) ?? []), number]);
    }
    for (const batch of batches.values()) {
      const drawn = await Promise.all(batch.map(number => this.cases.draw(number)));
      freezeClock(drawn[0]!.instant);
      for (const failures of await Promise.all(drawn.map(one => this.compareCase(one))))
        failures.forEach(onFailure);
    }
  }

  async close(): Promise<void> {
    closeHttp2Sessions();
    for (const { reference, subjects, guarded, http2 } of this.apps.values()) {
      const apps = [reference, ...subjects.values(), guarded, http2];
      await Promise.all(apps.flatMap(app => (app ? [app.close()] : [])));
    }
  }

  private async compareCase(drawn: DrawnCase): Promise<string[]> {
    const { reference: referenceApp, subjects, guarded, http2 } = this.apps.get(drawn.configuration)!;
    const { surroundings, request } = drawn;
    const ask = ({ port }: Subject) => send(port, request);
    const askHttp2 = async (scheme: 'http' | 'https') =>
      http2 && sendHttp2(http2.port, withoutScheme(request, surroundings), scheme);
    const [reference, guardedResponse, http2Response, ...responses] = await Promise.all([
      ask(referenceApp).then(answerOf),
      guarded ? ask(guarded) : undefined,
      surroundings.http2 && askHttp2(surroundings.http2),
      ...[...subjects.values()].map(ask),
    ]);
    this.tally.record(drawn, reference);

    const failures: string[] = [];
    const compare = (name: string, ours: Answer): void => {
      const differences = differencesBetween(reference, ours);
      if (differences.length === 0 || this.isDeviation({ drawn, reference, ours, differences })) return;
      failures.push(`${name}: ${describeCase(drawn, differences, reference.crash)}`);
    };
    if (http2Response) compare('nest over HTTP/2', answerOf(http2Response));
    [...subjects.keys()].forEach((name, index) => {
      const ours = answerOf(responses[index]!);
      if (name === 'express' && surroundings.hasEarlierMiddleware) {
        // An earlier middleware of this entry point has the last word on requests that it does not sign in.
        if (isSignedIn(ours) && !isSignedIn(reference) && reference.echo) compare(name, ours);
      } else compare(name, ours);
      if (name !== 'nest' || !guardedResponse) return;
      const disagreement = guardDisagreement(ours, answerOf(guardedResponse), guardedResponse);
      if (disagreement) failures.push(`guard: ${disagreement}\n${describeCase(drawn, [])}`);
    });
    if (failures.length > 0) this.different++;
    return failures;
  }

  private isDeviation(compared: ComparedCase): boolean {
    const deviation = DEVIATIONS.find(({ applies }) => applies(compared));
    if (deviation) increment(this.deviations, deviation.name);
    return deviation !== undefined;
  }
}

async function startApps(configuration: Configuration, names: string[]): Promise<Apps> {
  const subjects = new Map<string, Subject>();
  for (const name of names) {
    const start = SUBJECTS[name];
    if (!start) throw new Error(`--against takes ${Object.keys(SUBJECTS).join(', ')}`);
    subjects.set(name, await start(configuration));
  }
  return {
    reference: await startReference(configuration),
    subjects,
    guarded: subjects.has('nest') ? await startGuardedNest(configuration) : undefined,
    http2: subjects.has('nest') ? await startNestHttp2(configuration) : undefined,
  };
}

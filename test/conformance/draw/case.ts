import type { BackendScript } from '../backend-api.js';
import type { ClerkInstances } from '../clerk-instance.js';
import { instantOf } from '../clock.js';
import type { Configuration } from '../configurations.js';
import { QUESTIONS_HEADER } from '../echo.js';
import type { RawRequest } from '../http-client.js';
import { Random } from '../random.js';
import type { Space } from '../spaces.js';
import type { Label } from './context.js';
import { DrawContext } from './context.js';
import { drawRequest } from './request.js';
import { drawSurroundings, surrounded } from './surroundings.js';
import type { Surroundings } from './surroundings.js';
import { TokenPool } from './token-pool.js';

/** One request to compare, with its app and its time. */
export interface DrawnCase {
  number: number;
  instant: number;
  configuration: Configuration;
  request: RawRequest;
  surroundings: Surroundings;
  labels: ReadonlySet<Label>;
}

/** Draws the cases of a run. The same space, seed and number give the same case, in any order. */
export class CaseSource {
  private readonly tokenPool: TokenPool;

  constructor(
    private readonly space: Space,
    private readonly seed: number,
    private readonly configurations: Configuration[],
    private readonly instances: ClerkInstances,
    private readonly backend: BackendScript,
  ) {
    this.tokenPool = new TokenPool(seed, instances);
  }

  async draw(number: number): Promise<DrawnCase> {
    const random = Random.from(this.seed, 'case', number);
    const configuration = random.pick(this.configurations);
    const instant = instantOf(this.seed, number);
    const { space, instances, backend, tokenPool } = this;
    const context = new DrawContext(space, random, configuration, instances, instant, backend, tokenPool);
    const drawn = await drawRequest(context);
    drawn.headers.push([QUESTIONS_HEADER, String(random.integer(2 ** 31))]);
    // Of a generator of its own, so that the requests stay those of earlier runs.
    const surroundings = drawSurroundings(Random.from(this.seed, 'surroundings', number), drawn);
    const request = surrounded(drawn, surroundings);
    return { number, instant, configuration, request, surroundings, labels: context.labels };
  }
}

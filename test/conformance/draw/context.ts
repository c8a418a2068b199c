import type { BackendScript, ScriptedCall } from '../backend-api.js';
import type { ClerkInstances } from '../clerk-instance.js';
import type { Configuration } from '../configurations.js';
import { DEFAULT_CLOCK_SKEW_IN_MS } from '../configurations.js';
import type { Random } from '../random.js';
import type { Space } from '../spaces.js';
import type { IssuingContext } from './claims.js';
import type { DrawnToken } from './token.js';
import { drawSessionToken } from './token.js';
import type { TokenPool } from './token-pool.js';

/** A drawn response of the Backend API that can cause a difference. */
export type Label = 'mistyped machine resource' | 'malformed cookie directives';

/** The data that the parts of one drawn request share. */
export class DrawContext {
  /** The drawn data that the request itself does not contain. */
  readonly labels = new Set<Label>();

  constructor(
    readonly space: Space,
    readonly random: Random,
    readonly configuration: Configuration,
    readonly instances: ClerkInstances,
    readonly instant: number,
    private readonly backend: BackendScript,
    private readonly tokenPool: TokenPool,
  ) {}

  get issuing(): IssuingContext {
    const { instance, options } = this.configuration;
    const clockSkewInMs = options.clockSkewInMs ?? DEFAULT_CLOCK_SKEW_IN_MS;
    return { instance, instant: this.instant, clockSkewInMs };
  }

  /** Prepares a response of the Backend API. @returns the credential to send */
  prepare(call: Omit<ScriptedCall, 'instance' | 'instant'>): Promise<string> {
    return this.backend.prepare({ ...call, instance: this.configuration.instance, instant: this.instant });
  }

  /** A new token, or one of earlier requests. */
  drawToken(): Promise<DrawnToken> {
    if (this.random.chance(0.25))
      return this.tokenPool.draw(this.random, this.configuration.instance, this.instant);
    return drawSessionToken(this.random, this.issuing, this.instances);
  }

  /** A token of another app on the same domain. */
  drawNeighbourToken(): Promise<DrawnToken> {
    return drawSessionToken(
      this.random,
      { ...this.issuing, instance: this.instances.neighbour },
      this.instances,
    );
  }
}

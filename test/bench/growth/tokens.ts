import { createInstances } from '../../conformance/clerk-instance.js';
import { createSubject } from '../in-process/subject.js';
import { signTokens } from '../tokens.js';
import type { TokenFigures } from './growth-figures.js';
import { BearerRequest, heapUsed } from './measurement.js';
import type { Measurement } from './measurement.js';

const COUNTS = [1, 10, 100, 1000, 10_000, 20_000, 50_000, 100_000];

/** Distinct tokens that are used in rotation. */
export async function measureTokens(measurement: Measurement): Promise<TokenFigures[]> {
  const { production: instance } = createInstances();
  const { publishableKey, secretKey, jwtKey } = instance;
  const subject = await createSubject(measurement.nestClerk, { publishableKey, secretKey, jwtKey });
  const figures: TokenFigures[] = [];
  for (const tokens of COUNTS) {
    const requests = (await signTokens(instance, tokens)).map(token => new BearerRequest(token));
    const before = heapUsed();
    measurement.sendOnce(subject, requests);
    const heap = (heapUsed() - before) / 2 ** 20;
    figures.push({ tokens, heap, cpu: measurement.cpuAbove(subject, requests) });
  }
  return figures;
}

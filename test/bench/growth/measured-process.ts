/**
 * Measures how the cost of a request grows, without sockets, in a process of its own:
 * `node --expose-gc measured-process.ts <directory of the built package> <rounds> tokens|tenants|permissions`. Prints JSON.
 */
import 'reflect-metadata';

import { pathToFileURL } from 'node:url';

import type * as NestClerk from '../../../lib/index.js';
import { Measurement } from './measurement.js';
import { measurePermissions } from './permissions.js';
import { measureTenants } from './tenants.js';
import { measureTokens } from './tokens.js';

const SUBJECTS: Record<string, (measurement: Measurement) => Promise<unknown>> = {
  tokens: measureTokens,
  tenants: measureTenants,
  permissions: measurePermissions,
};

const [packageDirectory, rounds, subject] = process.argv.slice(2);
const entryPoint = pathToFileURL(`${packageDirectory}/dist/index.js`).href;
const measurement = new Measurement((await import(entryPoint)) as typeof NestClerk, Number(rounds));
process.stdout.write(`${JSON.stringify(await SUBJECTS[subject!]!(measurement))}\n`);

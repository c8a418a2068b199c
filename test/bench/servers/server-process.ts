/** A measured server: a process of its own, so that its CPU time is the server's alone. */
import 'reflect-metadata';

import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';

import { AllocationCounter } from './allocation-counter.js';
import { createApplication } from './applications.js';
import type { ServerCommand, ServerSpec, Usage } from './server-spec.js';

const app = await createApplication(JSON.parse(process.argv[2]!) as ServerSpec);
const server = (await app.listen(0, '127.0.0.1')) as { address(): AddressInfo };
const allocations = new AllocationCounter();

const ANSWERS: Record<ServerCommand, () => unknown> = {
  usage: (): Usage => {
    const { user, system } = process.cpuUsage();
    return { cpu: user + system, mainThread: performance.eventLoopUtilization().active * 1000 };
  },
  'start counting allocations': () => allocations.start(),
  'stop counting allocations': () => allocations.stop(),
};

process.on('message', (command: ServerCommand) => process.send!(ANSWERS[command]() ?? null));
process.on('disconnect', () => process.exit());
process.send!(server.address().port);

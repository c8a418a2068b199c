import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Configuration } from '../configurations.js';

/** A running app that receives requests. */
export interface Subject {
  port: number;
  close(): Promise<void>;
}

/** Starts one implementation under a configuration. */
export type StartSubject = (configuration: Configuration) => Promise<Subject>;

export async function listen(server: Server): Promise<Subject> {
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

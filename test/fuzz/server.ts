/** The servers under test: a process of its own, so that what is measured is theirs alone. */
import { startServers } from './app.js';
import { ProcessWatch } from './process-watch.js';
import type { ProcessSample, Stall } from './process-watch.js';
import { FRONTEND_API_HOSTS, NUMBER_HEADER } from './settings.js';
import type { FuzzSettings } from './settings.js';

/** What the process tells. */
export type ServerMessage =
  | { readonly type: 'ports'; readonly http1: number; readonly http2: number; readonly control: number }
  | { readonly type: 'stall'; readonly stall: Stall }
  | { readonly type: 'sample'; readonly sample: ProcessSample }
  | { readonly type: 'fault'; readonly kind: string; readonly detail: string };

// First of all, so that the process ends with its parent even while it starts.
process.on('disconnect', () => process.exit());
/** The last one is about `connection: close`, which Fastify sends with 413, over HTTP/2. */
const IGNORED_WARNINGS = ['ExperimentalWarning', 'DeprecationWarning', 'UnsupportedWarning'];
const tell = (message: ServerMessage) => process.connected && process.send?.(message);
const tellFault = (kind: string) => (error: unknown) =>
  void tell({
    type: 'fault',
    kind,
    detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });

process.on('unhandledRejection', tellFault('unhandled rejection'));
process.on('uncaughtException', tellFault('uncaught exception'));
process.on('warning', warning => {
  // Such as the one about too many listeners, which a leak causes.
  if (!IGNORED_WARNINGS.includes(warning.name)) tellFault('warning')(warning);
});

// What applications that are not Nest's log there is about requests that are wrong on purpose.
for (const level of ['log', 'info', 'warn', 'error'] as const) console[level] = () => undefined;

const settings = JSON.parse(process.argv[2] ?? '') as FuzzSettings;
reachFrontendApis(settings);
const servers = await startServers(settings, ({ headers }) => watch.started(Number(headers[NUMBER_HEADER])));
// Not earlier, because no request waits for an application that starts.
const watch = new ProcessWatch(stall => tell({ type: 'stall', stall }));

/** The host names of the Frontend APIs exist nowhere: LocalClerk answers for them at the address of its Backend API. */
function reachFrontendApis({ acme, globex }: FuzzSettings): void {
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    if (typeof input !== 'string' && !(input instanceof URL)) return fetch(input, init);
    const { pathname, search, hostname } = new URL(input);
    if (hostname === FRONTEND_API_HOSTS.acme) return fetch(`${acme.apiUrl}${pathname}${search}`, init);
    if (hostname === FRONTEND_API_HOSTS.globex) return fetch(`${globex.apiUrl}${pathname}${search}`, init);
    return fetch(input, init);
  };
}

process.on('message', () => tell({ type: 'sample', sample: watch.sample() }));
tell({ type: 'ports', ...servers.ports });

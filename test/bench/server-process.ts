/** A measured server: a process of its own, so that its CPU time is the server's alone. */
import type { ServerName, ServerOptions } from './servers.js';
import { startServer } from './servers.js';

const [name, options] = process.argv.slice(2) as [ServerName, string];
const port = await startServer(name, JSON.parse(options) as ServerOptions);

process.on('message', () => process.send!(process.cpuUsage()));
process.on('disconnect', () => process.exit());
process.send!(port);

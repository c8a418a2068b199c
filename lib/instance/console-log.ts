import type { Log } from './log.js';

/** Logs on the console. */
export const consoleLog: Log = {
  warn: message => console.warn(`Clerk: ${message}`),
  debug: record => console.debug(`Clerk: ${record}`),
};

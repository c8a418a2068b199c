import type { Log } from './log.js';

/** Tells it on the console. */
export const consoleLog: Log = {
  warn: message => console.warn(`Clerk: ${message}`),
  debug: data => console.debug('Clerk:', data),
};

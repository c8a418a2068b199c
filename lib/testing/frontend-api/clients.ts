import { json } from '../http/api-answer.js';
import type { OperationHandler } from '../http/local-api.js';
import { clientAnswer } from './answers.js';
import { findBrowser, findOrCreateBrowser, requireBrowser } from './caller.js';
import { devBrowserUnauthenticated } from './errors.js';

/** Creates the dev browser token with which a page of a development instance identifies itself. */
export const createDevBrowser: OperationHandler = (_call, { store, instanceType }) => {
  if (instanceType !== 'development') throw devBrowserUnauthenticated();
  const { token } = store.browsers.create();
  return json({ id: token, token });
};

/** In production, reading creates no client for a browser without a cookie: ClerkJS reads several things at a time. */
export const getClient: OperationHandler = (call, instance) => {
  const browser = findBrowser(call, instance);
  if (browser) return clientAnswer(browser, call, instance);
  if (instance.instanceType === 'development') throw devBrowserUnauthenticated();
  return json({ response: null, client: null });
};

export const createClient: OperationHandler = (call, instance) =>
  clientAnswer(findOrCreateBrowser(call, instance), call, instance);

/** Signs every user of the browser out. */
export const signOutOfAllSessions: OperationHandler = (call, instance) => {
  const browser = requireBrowser(call, instance);
  for (const { id } of browser.sessions) instance.store.sessions.end(id, 'removed');
  browser.attempt = undefined;
  return clientAnswer(browser, call, instance);
};

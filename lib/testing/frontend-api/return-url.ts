import type { LocalInstance } from '../local-instance.js';
import type { LocalBrowser } from '../store/browsers.js';
import { isLoopback } from '../pages/same-origin.js';

/**
 * The URL to which a page of LocalClerk sends a browser back. In development it contains the dev browser token, because
 * the application cannot read the Frontend API's cookies; the token is for pages of the application only.
 */
export function withDevBrowser(url: URL, browser: LocalBrowser, instance: LocalInstance): string {
  const target = new URL(url);
  if (instance.instanceType === 'development' && isOfApplication(url, instance)) {
    target.searchParams.set(instance.cookieNames.devBrowser, browser.token);
  }
  return target.href;
}

/** Whether a page can be one of the application: on this machine, or on the domain of the instance. */
export function isOfApplication({ protocol, hostname }: URL, { issuer }: LocalInstance): boolean {
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  const domain = new URL(issuer).hostname.replace(/^clerk\./, '');
  return (
    isLoopback(hostname) ||
    hostname.endsWith('.test') ||
    hostname === domain ||
    hostname.endsWith(`.${domain}`)
  );
}

import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

/** Starts Debian's Chromium, or the one that the environment variable `CHROMIUM` names. */
export async function launchChromium(args: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      // With navigator.webdriver, ClerkJS takes every network error for being offline and says nothing.
      '--disable-blink-features=AutomationControlled',
      ...args,
    ],
  });
}

/** Opens a page and waits until ClerkJS has loaded. */
export async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.evaluate('window.ready');
}

/** What the server that answered the page knew of the user. */
export async function knownToServer(page: Page): Promise<{ userId: string | null; orgId: string | null }> {
  return JSON.parse((await page.textContent('#server')) ?? '') as {
    userId: string | null;
    orgId: string | null;
  };
}

/** Fetches JSON from the page, as its own scripts would. */
export async function fetchJson(page: Page, path: string): Promise<{ status: number; body: unknown }> {
  return page.evaluate(async target => {
    const response = await fetch(target, { headers: { accept: 'application/json' } });
    return { status: response.status, body: await response.json() };
  }, path);
}

/** Mounts the sign-in or the sign-up of `@clerk/ui`. */
export async function mount(page: Page, component: 'SignIn' | 'SignUp'): Promise<void> {
  await page.evaluate(`Clerk.mount${component}(document.getElementById('root'), { routing: 'virtual' })`);
}

/** Waits until ClerkJS says that a user is signed in. */
export async function signedIn(page: Page): Promise<void> {
  await page.waitForFunction('window.Clerk?.user?.id !== undefined');
}

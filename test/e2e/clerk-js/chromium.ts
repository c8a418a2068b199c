import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** Starts Debian's Chromium, or the one that the environment variable `CHROMIUM` names. */
export async function launchChromium(args: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      // With navigator.webdriver, ClerkJS treats every network error as being offline and reports nothing.
      '--disable-blink-features=AutomationControlled',
      ...args,
    ],
  });
}

/** A page of a new browser context. What does not happen within ten seconds fails with what was waited for. */
export async function newPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(10_000);
  return context.newPage();
}

/** Opens a page and waits until ClerkJS has loaded. */
export async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.evaluate('window.ready');
}

/** The user whom the server knew when it rendered the page. */
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

/** A component of `@clerk/ui`. */
export type ClerkComponent =
  'SignIn' | 'SignUp' | 'UserProfile' | 'OrganizationProfile' | 'CreateOrganization' | 'OrganizationSwitcher';

/** Mounts a component of `@clerk/ui`. */
export async function mount(page: Page, component: ClerkComponent): Promise<void> {
  await page.evaluate(`Clerk.mount${component}(document.getElementById('root'), { routing: 'virtual' })`);
}

/** Signs in with the component of `@clerk/ui`. */
export async function signInWithPassword(
  page: Page,
  url: string,
  identifier: string,
  password: string,
): Promise<void> {
  await open(page, url);
  await mount(page, 'SignIn');
  await page.fill('input[name=identifier]', identifier);
  await page.click('.cl-formButtonPrimary');
  await page.fill('input[name=password]', password);
  await page.click('.cl-formButtonPrimary');
  await signedIn(page);
}

/** Saves a screenshot of the page for a person, if `SCREENSHOTS` names a directory. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const { SCREENSHOTS } = process.env;
  if (SCREENSHOTS) await page.screenshot({ path: `${SCREENSHOTS}/${name}.png`, fullPage: true });
}

/** Performs an action on a page, and waits for the response of the Frontend API. */
export async function answerTo(page: Page, path: RegExp, act: () => Promise<void>): Promise<number> {
  const [response] = await Promise.all([
    page.waitForResponse(each => path.test(each.url()) && each.request().method() === 'POST'),
    act(),
  ]);
  return response.status();
}

/** Waits until ClerkJS has a signed-in user. */
export async function signedIn(page: Page): Promise<void> {
  await page.waitForFunction('window.Clerk?.user?.id !== undefined');
}

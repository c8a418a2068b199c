/** The decisions of a user who is asked for access by an OAuth client. */
export interface OAuthDecision {
  /** Who signs in. */
  readonly userId: string;
  /** Default: true. */
  readonly allows?: boolean;
}

const MOST_PAGES = 10;

/**
 * Acts as a user in a browser: opens the URL of an authorization request, signs in on LocalClerk's page, decides on its
 * consent page, and follows redirects until the one to the client.
 *
 * @returns the URL to which the browser returns
 */
export async function decide(
  authorizationUrl: string | URL,
  redirectUri: string,
  { userId, allows = true }: OAuthDecision,
): Promise<URL> {
  let url = new URL(authorizationUrl);
  let answer = await fetch(url, { redirect: 'manual' });
  for (let page = 0; page < MOST_PAGES; page++) {
    const location = answer.headers.get('location');
    if (location !== null) {
      url = new URL(location, url);
      if (url.href.startsWith(redirectUri)) return url;
      answer = await fetch(url, { redirect: 'manual' });
      continue;
    }
    const markup = await answer.text();
    if (answer.status !== 200) throw new Error(`${url.href} answered ${answer.status}: ${markup}`);
    const choice = url.pathname === '/sign-in' ? { user_id: userId } : { consented: String(allows) };
    const form = formOf(markup);
    url = new URL(form.action, url);
    answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: url.origin },
      body: new URLSearchParams([...form.fields, ...Object.entries(choice)]),
    });
  }
  throw new Error(`The browser did not return to the client; the last page was ${url.href}`);
}

/** The first form of a page, with its hidden fields. */
function formOf(markup: string): { action: string; fields: [string, string][] } {
  const [, action] = /<form method="post" action="([^"]*)"/.exec(markup) ?? [];
  const [form] = /<form method="post"[^]*?<\/form>/.exec(markup) ?? [];
  if (action === undefined || form === undefined) throw new Error(`A page without a form: ${markup}`);
  const fields = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return {
    action: unescaped(action),
    fields: fields.map(([, name = '', value = '']) => [unescaped(name), unescaped(value)]),
  };
}

function unescaped(text: string): string {
  return text.replace(/&#(\d+);/g, (_whole, code: string) => String.fromCodePoint(Number(code)));
}

/** The kinds of key that Clerk gives out. */
export type KeyKind = 'secret' | 'publishable' | 'jwt' | 'machine' | 'webhook';

/** How the values of each kind begin; a JWT key is PEM. */
const PREFIXES: Readonly<Record<KeyKind, readonly string[]>> = {
  secret: ['sk_test_', 'sk_live_'],
  publishable: ['pk_test_', 'pk_live_'],
  jwt: ['-----BEGIN PUBLIC KEY-----'],
  machine: ['ak_'],
  webhook: ['whsec_'],
};

/** What a value is by its beginning, for one that is set in the wrong place. */
const RECOGNIZED: readonly (readonly [pattern: RegExp, kind: KeyKind | undefined, name: string])[] = [
  [/^sk_/, 'secret', 'a secret key'],
  [/^pk_/, 'publishable', 'a publishable key'],
  [/^whsec_/, 'webhook', 'the signing secret of a webhook'],
  [/^ak_/, 'machine', 'an API key or the secret of a machine'],
  [/BEGIN /, 'jwt', 'a PEM key'],
  [/^eyJ[\w-]+\.[\w-]+\./, undefined, 'a token (JWT)'],
  [/^https?:\/\//, undefined, 'a URL'],
  [/^\{\s*"/, undefined, 'JSON'],
];

const QUOTES = '"\'`“”„‘’‚«»';
/** What stands for left-out characters: dots, asterisks, bullets. */
const ELLIPSIS = /\.{3,}|…|\*{3,}|[•●]{2,}/;

type Test = (value: string, kind: KeyKind) => string | undefined;

/** In the order in which the mistakes are named: the first one explains the others. */
const TESTS: readonly Test[] = [
  value => (value === '' ? 'it is empty' : undefined),
  value =>
    /^(?:export\s+)?\w*CLERK_\w+\s*=/.test(value)
      ? 'it begins with the name of its variable: remove everything up to `=`'
      : undefined,
  (value, kind) =>
    kind !== 'jwt' && (QUOTES.includes(value.charAt(0)) || QUOTES.includes(value.charAt(value.length - 1)))
      ? 'it is in quotation marks: remove them, since some tools, such as `docker --env-file`, pass them on'
      : undefined,
  value =>
    /^(?:undefined|null|NaN|true|false|\[object \w+\])$/.test(value)
      ? 'it is a JavaScript value turned into a string, such as `undefined`: the variable it comes from is not set'
      : undefined,
  value =>
    /^\$\{?\w+\}?$|\$\{|^%\w+%$|process\.env/.test(value)
      ? 'it is the name of a variable that was not replaced by its value'
      : undefined,
  value => (isPlaceholder(value) ? 'it is still a placeholder' : undefined),
  value => (ELLIPSIS.test(value) ? 'it is abbreviated, as a page shows it: copy the whole value' : undefined),
  value => (/^bearer\s/i.test(value) ? 'it begins with `Bearer`' : undefined),
  (value, kind) => (kind === 'jwt' ? undefined : otherKind(value, kind)),
  (value, kind) => (kind !== 'jwt' && /[\r\n]|\\[rn]/.test(value) ? 'it has a line break' : undefined),
  (value, kind) => (kind !== 'jwt' && /\s/.test(value) ? 'it has white space' : undefined),
  (value, kind) => (kind === 'jwt' ? otherKind(value, kind) : undefined),
  (value, kind) =>
    PREFIXES[kind].some(prefix => prefix.startsWith(value))
      ? 'it is truncated: nothing follows the prefix'
      : undefined,
  (value, kind) =>
    kind !== 'jwt' && PREFIXES[kind].some(prefix => startsWithIgnoringCase(value, prefix))
      ? 'its prefix is in capital letters'
      : undefined,
];

/**
 * Finds the mistake that was made when a key was set, for an error message.
 *
 * @param value - what is set; never part of the result
 * @returns what is wrong as a clause that begins with "it"; `undefined` for a value without such a mistake, which may still be
 *   malformed
 */
export function keyMistake(value: unknown, kind: KeyKind): string | undefined {
  if (typeof value !== 'string') return 'it is not a string';
  for (const test of TESTS) {
    const mistake = test(value, kind);
    if (mistake !== undefined) return mistake;
  }
  return undefined;
}

function otherKind(value: string, kind: KeyKind): string | undefined {
  const found = RECOGNIZED.find(([pattern, itsKind]) => itsKind !== kind && pattern.test(value));
  return found && `what is set there is ${found[2]}`;
}

function startsWithIgnoringCase(value: string, prefix: string): boolean {
  return !value.startsWith(prefix) && value.toLowerCase().startsWith(prefix);
}

/** Of what follows the prefix. Random letters and digits match none of these. */
const PLACEHOLDERS: readonly RegExp[] = [
  // Only x, dots, asterisks and the like, or zeros.
  /^(?!x{1,2}$)[x.…*•●_#?-]+$/i,
  /^0{3,}$/,
  // In the brackets of a template.
  /^[<[{(][^"]*[>\]})]$/,
  /(?:^|[_.-])(?:your|replace|change[_-]?me|placeholder|insert|paste|todo|fixme)(?:[_.-]|$)/i,
  /your[_-]?(?:clerk|secret|publishable|api|jwt|public|webhook|signing|machine|instance|key)/i,
  // The name of the variable or of the option.
  /^(?:\w+_)?(?:clerk[_-]?)?(?:secret|publishable|api|jwt|public|private|machine[_-]?secret|(?:webhook[_-]?)?signing)[_-]?(?:key|secret)(?:[_-]?here)?$/i,
];

/** The forms that templates and guides have where a key belongs: `sk_test_…`, `pk_test_xxx`, `YOUR_SECRET_KEY`. */
function isPlaceholder(value: string): boolean {
  const body = value
    .replace(/^(?:[sp]k_)?(?:test|live)_|^whsec_|^ak_/i, '')
    .replace(/-----(?:BEGIN|END) [A-Z ]+-----/g, '')
    .replaceAll(/\\[rn]|\s/g, '');
  return PLACEHOLDERS.some(pattern => pattern.test(body)) || /<[^<>]*>|\{\{/.test(value);
}

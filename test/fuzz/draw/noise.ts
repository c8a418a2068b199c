import type { Random } from '../../conformance/random.js';

/** Values that have been trouble for some reader of text: of headers, cookies, paths, JSON or URLs. */
export const ODD_TEXTS: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  'null',
  'undefined',
  'NaN',
  '__proto__',
  'constructor',
  'toString',
  '[object Object]',
  '%',
  '%00',
  '%zz',
  '%E0%A4%A',
  '%ff%fe',
  '%c0%ae%c0%ae',
  '..',
  '../../etc/passwd',
  '..%2f..%2f',
  '\\\\evil.example',
  '//evil.example/',
  'http://evil.example/',
  'https://user:password@evil.example/',
  'javascript:alert(1)',
  'https://[::1',
  'https://[::1]:99999/',
  'https://a b/',
  'https://%/',
  '1e309',
  '9'.repeat(40),
  '"',
  '"a; b"',
  "'",
  ',',
  ';',
  '=',
  '==',
  ',,,',
  ';;;',
  '\t',
  '\u00e9\u00ff',
  '\u0080\u009f',
  '{"a":1}',
  '<script>',
  '${7*7}',
  'a'.repeat(4000),
  '%2e'.repeat(1500),
  '/'.repeat(2000),
  ';a=b'.repeat(800),
  ',a'.repeat(1500),
  '['.repeat(2000),
];

export function oddText(random: Random): string {
  return random.pick(ODD_TEXTS);
}

/** Characters that a parser of HTTP rejects in a header, or that end one. */
export const FORBIDDEN_CHARACTERS: readonly string[] = ['\0', '\r', '\n', '\r\n ', '\u0001', '\u007f'];

/** A change of a text at one place. */
export function mutatedText(text: string, random: Random): string {
  const at = random.integer(text.length + 1);
  const end = Math.min(text.length, at + 1 + random.integer(6));
  return random.weighted([
    [4, () => text.slice(0, at) + text.slice(end)],
    [4, () => text.slice(0, at) + random.pick([...'%./\\;:=,&?#"AZaz09-_~ ']) + text.slice(at)],
    [3, () => text.slice(0, at) + random.pick([...'ABCDEFabcdef012']) + text.slice(at + 1)],
    [2, () => text.slice(0, at)],
    [2, () => text.slice(0, at) + oddText(random) + text.slice(at)],
    [1, () => text + text],
    [1, () => text.toUpperCase()],
    [1, () => encodeURIComponent(latin1Only(text))],
    [
      1,
      () =>
        [...latin1Only(text)].map(byte => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`).join(''),
    ],
    [1, () => text.slice(0, at) + text.slice(at, end).repeat(200) + text.slice(end)],
  ])();
}

function latin1Only(text: string): string {
  return text.replace(/[^\0-\u00ff]/g, '');
}

/**
 * Reads some cookies of a `Cookie` header.
 *
 * Values are percent-decoded after the header is split (RFC 6265, section 5.4): decoding first would let an encoded `;`
 * inside one value forge another cookie. A value that cannot be decoded is returned unchanged. The first of several
 * cookies with one name counts, which has the most specific path.
 *
 * @param header - the `Cookie` header, if the request has one
 * @param wanted - the names to read; all others are skipped
 */
export function readCookies(header: string | undefined, wanted: ReadonlySet<string>): Map<string, string> {
  const found = new Map<string, string>();
  if (!header) return found;

  for (let start = 0; start < header.length;) {
    const equals = header.indexOf('=', start);
    if (equals === -1) break;
    const semicolon = header.indexOf(';', equals);
    const end = semicolon === -1 ? header.length : semicolon;
    // Parts without a value are skipped together: one by one, a header full of them would take quadratic time.
    const nameStart = header.lastIndexOf(';', equals) + 1;
    const name = trimBlanks(header, nameStart, equals);
    if (wanted.has(name) && !found.has(name))
      found.set(name, percentDecode(trimBlanks(header, equals + 1, end)));
    start = end + 1;
  }
  return found;
}

/** Cookie strings have spaces and tabs between their parts; `trim()` would remove other characters too. */
function trimBlanks(text: string, start: number, end: number): string {
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isBlank(charCode: number): boolean {
  return charCode === 0x20 || charCode === 0x09;
}

function percentDecode(value: string): string {
  if (!value.includes('%')) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

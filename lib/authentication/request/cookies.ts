/**
 * Reads some cookies of a `Cookie` header.
 *
 * Values are percent-decoded after the header is split (RFC 6265, section 5.4): decoding first would let an encoded `;`
 * inside one value forge another cookie. A value that cannot be decoded is returned unchanged. The first of several
 * cookies with one name counts, which has the most specific path.
 *
 * @param header - the `Cookie` header, if the request has one
 * @param wanted - the names to read; all others are skipped
 * @returns the values in the order of the names, `undefined` for a missing cookie
 */
export function readCookies(
  header: string | undefined,
  wanted: readonly string[],
): readonly (string | undefined)[] {
  // With its final length, because a list that grows is copied.
  const found = new Array<string | undefined>(wanted.length);
  if (!header) return found;

  let equals = header.indexOf('=');
  for (let start = 0; equals !== -1;) {
    const semicolon = header.indexOf(';', start);
    const end = semicolon === -1 ? header.length : semicolon;
    // A part without a value must not search for the next `=` again: a header full of them would take quadratic time.
    if (equals < end) {
      const position = positionOf(wanted, header, start, equals);
      if (position !== -1) found[position] ??= percentDecode(trimBlanks(header, equals + 1, end));
      equals = header.indexOf('=', end);
    }
    start = end + 1;
  }
  return found;
}

/** The position of a name in a list, -1 if it is not there. Cutting it out would take longer than comparing it. */
function positionOf(names: readonly string[], header: string, start: number, end: number): number {
  while (start < end && isBlank(header.charCodeAt(start))) start++;
  while (end > start && isBlank(header.charCodeAt(end - 1))) end--;
  const length = end - start;
  for (let position = 0; position < names.length; position++) {
    const name = names[position]!;
    if (name.length === length && header.startsWith(name, start)) return position;
  }
  return -1;
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

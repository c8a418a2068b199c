/** One `Set-Cookie` header for each line. */
export function setCookieHeaders(lines) {
  return lines.map(line => ['set-cookie', line]);
}
/** The value of the session cookie among `Set-Cookie` lines, plain or suffixed, the last counting; empty if none. */
export function sessionTokenAmong(lines) {
  let token = '';
  for (const line of lines) {
    const [pair = ''] = line.split(';', 1);
    const [name = '', value = ''] = pair.split('=');
    if (name.startsWith('__session')) token = value;
  }
  return token;
}

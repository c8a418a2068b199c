/**
 * Tells the client what came of looking at its request.
 *
 * @returns whether that was the answer: a browser that is sent somewhere gets no other
 */
export function applyResult(result, response) {
  let isRedirect = false;
  for (const [name, value] of result.headers) {
    appendHeader(response, name, value);
    isRedirect ||= name === 'location';
  }
  if (isRedirect) {
    response.statusCode = 307;
    response.end();
  }
  return isRedirect;
}
/** A value that cannot stand in a header, such as one with a line break, is left out rather than answered with a 500. */
function appendHeader(response, name, value) {
  try {
    response.appendHeader(name, value);
  } catch (error) {
    if (error.code !== 'ERR_INVALID_CHAR') throw error;
  }
}

/** Registered, so that two copies of this package in one process know each other's mark. */
const RESULT = Symbol.for('nest-clerk.authentication-result');
/** Leaves the result on the request. */
export function attachResult(request, result) {
  const auth = options => result.toAuth(options);
  request.auth = Object.assign(auth, { [RESULT]: result });
}
/**
 * What the middleware found out about a request; `undefined` when it has not seen it. Another library's `req.auth`
 * (express-jwt and passport have one) is not taken for ours.
 */
export function resultOf(request) {
  if (typeof request !== 'object' || request === null) return undefined;
  const { auth, raw } = request;
  const branded = typeof auth === 'function' ? auth : raw?.auth;
  return typeof branded === 'function' ? branded[RESULT] : undefined;
}
/** Whether some other library has put an `auth` on the request. */
export function hasForeignAuth(request) {
  return request.auth !== undefined && resultOf(request) === undefined;
}

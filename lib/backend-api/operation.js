/** How messages name a call: nothing in it comes from an argument. */
export function describeOperation(operation) {
  return `${operation.operation} (${operation.method} ${operation.path.template})`;
}

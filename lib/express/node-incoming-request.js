/** Lets a request of Node's be read as an {@link IncomingRequest}. Copies nothing. */
export class NodeIncomingRequest {
  #request;
  constructor(request) {
    this.#request = request;
  }
  get method() {
    return this.#request.method ?? 'GET';
  }
  get target() {
    return this.#request.originalUrl || this.#request.url || '';
  }
  get isEncrypted() {
    return this.#request.socket?.encrypted === true;
  }
  header(name) {
    const value = this.#request.headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  }
  *allHeaders() {
    for (const name of Object.keys(this.#request.headers)) {
      const value = this.header(name);
      if (value !== undefined) yield [name, value];
    }
  }
}

import { identifierExists, resourceNotFound } from '../refusals.js';
/** The JWT templates of a {@link LocalClerk}, which `getToken({ template })` asks for by name. */
export class LocalJwtTemplates {
  #templates = new Map();
  /**
   * Makes a template.
   *
   * @throws {@link ClerkAPIResponseError} 422 when the name is taken
   * @example
   * ```ts
   * local.jwtTemplates.create({ name: 'hasura', claims: { role: 'user' } });
   * const jwt = await getAuth(req).getToken({ template: 'hasura' });
   * ```
   */
  create(params) {
    const { name, claims = {}, lifetime = 60 } = params;
    if (this.#templates.has(name)) throw identifierExists('name');
    const template = { name, claims: structuredClone(claims), lifetime };
    this.#templates.set(name, template);
    return template;
  }
  /**
   * @throws {@link ClerkAPIResponseError} 404 when there is no template of that name
   */
  get(name) {
    const template = this.#templates.get(name);
    if (template === undefined) throw resourceNotFound('JWT template', 'name', name);
    return template;
  }
}

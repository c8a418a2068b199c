import { identifierExists, resourceNotFound } from '../refusals.js';
import type { LocalJwtTemplate } from './records.js';

/** What {@link LocalJwtTemplates.create} takes. */
export interface CreateLocalJwtTemplateParams {
  name: string;
  /** Claims of every token of the template, as they are: shortcodes such as `{{user.id}}` are not filled in. */
  claims?: Readonly<Record<string, unknown>>;
  /** Seconds. Default: 60. */
  lifetime?: number;
}

/** The JWT templates of a {@link LocalClerk}, which `getToken({ template })` asks for by name. */
export class LocalJwtTemplates {
  readonly #templates = new Map<string, LocalJwtTemplate>();

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
  create(params: CreateLocalJwtTemplateParams): LocalJwtTemplate {
    const { name, claims = {}, lifetime = 60 } = params;
    if (this.#templates.has(name)) throw identifierExists('name');
    const template: LocalJwtTemplate = { name, claims: structuredClone(claims), lifetime };
    this.#templates.set(name, template);
    return template;
  }

  /**
   * Looks a template up by name.
   *
   * @throws {@link ClerkAPIResponseError} 404 when there is no template of that name
   * @example
   * ```ts
   * const { lifetime } = local.jwtTemplates.get('hasura');
   * ```
   */
  get(name: string): LocalJwtTemplate {
    const template = this.#templates.get(name);
    if (template === undefined) throw resourceNotFound('JWT template', 'name', name);
    return template;
  }
}

import { newId } from '../random.js';
import { resourceNotFound } from '../api-errors.js';
import { Collection } from './collection.js';
import type { CollectionContext } from './collection.js';
import type { LocalJwtTemplate } from './records.js';

/** The parameters of {@link LocalJwtTemplates.create}. */
export interface CreateLocalJwtTemplateParams {
  name: string;
  /** Claims of every token of the template. Shortcodes such as `{{user.id}}` are replaced. */
  claims?: Readonly<Record<string, unknown>>;
  /** Seconds. Default: 60. */
  lifetime?: number;
  /** Seconds. Default: 5. */
  allowedClockSkew?: number;
}

/** The JWT templates of a {@link LocalClerk}, whose names are the values for `getToken({ template })`. */
export class LocalJwtTemplates {
  /** @internal */
  readonly records: Collection<LocalJwtTemplate>;

  /** @internal */
  constructor(context: CollectionContext) {
    this.records = new Collection(context, {
      name: 'jwtTemplates',
      kind: 'JWT template',
      newId: () => newId('jtmp'),
      unique: { name: ({ name }) => [name] },
    });
  }

  /**
   * Creates a template.
   *
   * @throws {@link ClerkAPIResponseError} 422 if the name is taken
   * @example
   * ```ts
   * local.jwtTemplates.create({ name: 'hasura', claims: { role: 'user' } });
   * const jwt = await getAuth(req).getToken({ template: 'hasura' });
   * ```
   */
  create(params: CreateLocalJwtTemplateParams): LocalJwtTemplate {
    const { name, claims = {}, lifetime = 60, allowedClockSkew = 5 } = params;
    return this.records.add({
      name,
      claims: structuredClone(claims),
      lifetime,
      allowedClockSkew,
      customSigningKey: false,
      signingAlgorithm: 'RS256',
      signingKey: null,
    });
  }

  /**
   * Returns the template with a name.
   *
   * @throws {@link ClerkAPIResponseError} 404 if no template has that name
   * @example
   * ```ts
   * const { lifetime } = local.jwtTemplates.get('hasura');
   * ```
   */
  get(name: string): LocalJwtTemplate {
    const template = this.records.findBy('name', name);
    if (template === undefined) throw resourceNotFound('JWT template', 'name', name);
    return template;
  }
}

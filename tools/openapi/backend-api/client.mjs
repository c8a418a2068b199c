import { kebabCase } from './wire-names.mjs';

/** The class that has every resource as a property and makes each when it is first used. */
export function renderClient(groups, header) {
  const listed = groups.map(({ name, group }) => ({
    name,
    group,
    field: name.replace(/^_+/, ''),
    file: kebabCase(name),
  }));
  return `${header}
import type { ResourceContext } from '../resource.js';
${listed
  .map(
    ({ group, file }) =>
      `import { ${group.class} } from '${group.composed ? '../composed' : '.'}/${file}.js';`,
  )
  .join('\n')}

/** Every resource of the Backend API as a property; making one of these makes none of them. */
export class BackendApiResources {
  readonly #context: ResourceContext;
${listed.map(({ field, group }) => `  #${field}: ${group.class} | undefined;`).join('\n')}

  constructor(context: ResourceContext) {
    this.#context = context;
  }

${listed
  .map(
    ({
      name,
      field,
      group,
    }) => `/** ${group.about}${group.deprecated ? `\n *\n * @deprecated ${group.deprecated}\n ` : ''} */
  get ${name}(): ${group.class} {
    return (this.#${field} ??= new ${group.class}(this.#context));
  }`,
  )
  .join('\n\n')}
}
`;
}

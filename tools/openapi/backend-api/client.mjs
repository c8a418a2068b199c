import { kebabCase } from './wire-names.mjs';

/** The source of the class that has each resource as a property and creates it on first use. */
export function renderClient(groups, header) {
  const listed = groups.map(({ name, group }) => ({ name, group, file: kebabCase(name) }));
  const imports = listed.map(
    ({ group, file }) =>
      `import { ${group.class} } from '${group.composed ? '../composed' : '.'}/${file}.js';`,
  );
  return `${header}
import type { ResourceContext } from '../resource.js';
import { type ResourceFactory, resourceFactory } from '../resource-factory.js';
${imports.join('\n')}

/** The resources of the Backend API as properties; each is created when it is first used. */
export class BackendApiResources {
  /**
   * A function in a property, not a private field: a private field throws on a proxy of the client, and applications
   * and frameworks wrap providers in proxies.
   *
   * @internal
   */
  protected declare readonly resource: ResourceFactory;

  /** @internal */
  constructor(context: ResourceContext) {
    // Not enumerable, so that a client that is logged or compared does not show its resources.
    Object.defineProperty(this, 'resource', { value: resourceFactory(context) });
  }

${listed.map(renderProperty).join('\n\n')}
}
`;
}

function renderProperty({ name, group }) {
  const deprecated = group.deprecated ? `\n *\n * @deprecated ${group.deprecated}\n ` : '';
  return `/** ${group.about}${deprecated} */
  get ${name}(): ${group.class} {
    return this.resource(${group.class});
  }`;
}

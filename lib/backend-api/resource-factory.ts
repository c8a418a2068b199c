import type { ResourceContext } from './resource.js';

/** Returns the resource of a class: the same one on every call. */
export type ResourceFactory = <Resource>(type: new (context: ResourceContext) => Resource) => Resource;

/** A {@link ResourceFactory} that creates each resource when it is first asked for. */
export function resourceFactory(context: ResourceContext): ResourceFactory {
  const created = new Map<new (context: ResourceContext) => unknown, unknown>();
  return <Resource>(type: new (context: ResourceContext) => Resource): Resource => {
    if (!created.has(type)) created.set(type, new type(context));
    return created.get(type) as Resource;
  };
}

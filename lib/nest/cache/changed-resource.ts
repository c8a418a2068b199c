import type { CachedResourceName } from '../../instance/backend-api-cache.js';
import type { ForgetResource } from '../configuration/clerk-configuration.js';

/** The events after which a cached resource is out of date. */
const CHANGES: ReadonlyMap<unknown, CachedResourceName> = new Map([
  ['user.created', 'user'],
  ['user.updated', 'user'],
  ['user.deleted', 'user'],
  ['organization.created', 'organization'],
  ['organization.updated', 'organization'],
  ['organization.deleted', 'organization'],
]);

/** Forgets the resource that a webhook says has changed. A delivery that comes again or too late forgets it once more. */
export async function forgetChangedResource(
  forget: ForgetResource,
  { type, data }: { readonly type?: unknown; readonly data?: unknown },
): Promise<void> {
  const name = CHANGES.get(type);
  const { id } = Object(data) as { id?: unknown };
  if (name && typeof id === 'string') await forget(name, id);
}

import type { Organization } from '../../backend-api/types.js';
import { decodeOrganization } from '../../backend-api/generated/models/organization.js';
import { User } from '../../backend-api/models/user.js';
import type { Instance } from '../../authentication/instance.js';
import { isClerkAPIResponseError } from '../../errors/clerk-api-response-error.js';
import { cachedResources } from '../../instance/backend-api-cache.js';
import type { ReadResource, ResourceForm } from '../../instance/backend-api-cache.js';

/** The resources of `@CurrentUser()` and `@CurrentOrganization()`. */
export interface CurrentResources {
  user: User;
  organization: Organization;
}

const FORMS: { [K in keyof CurrentResources]: ResourceForm<CurrentResources[K]> } = {
  user: form(json => User.fromJSON(json)),
  organization: form(decodeOrganization),
};

/** A client that a test provides may return anything: without the JSON of the Backend API, nothing is stored. */
function form<T extends { id: string; raw: unknown }>(decode: (json: unknown) => T): ResourceForm<T> {
  return {
    write: resource => (Object(resource) as Partial<T>).raw ?? undefined,
    read: json => {
      try {
        const resource = decode(json);
        return resource.id ? resource : undefined;
      } catch {
        return undefined;
      }
    },
    isMissing: error => isClerkAPIResponseError(error) && error.status === 404,
  };
}

type Readers = { [K in keyof CurrentResources]?: ReadResource<CurrentResources[K]> | undefined };

const readers = new WeakMap<Instance, Readers>();

/** Returns a resource from the cache of an instance; fetches it without an entry, or without a cache. */
export function throughCache<K extends keyof CurrentResources>(
  instance: Instance,
  kind: K,
  id: string,
  fetch: () => Promise<CurrentResources[K]>,
): Promise<CurrentResources[K]> {
  let ofInstance = readers.get(instance);
  if (!ofInstance) {
    ofInstance = {
      user: cachedResources(instance, 'user', FORMS.user),
      organization: cachedResources(instance, 'organization', FORMS.organization),
    };
    readers.set(instance, ofInstance);
  }
  const read: ReadResource<CurrentResources[K]> | undefined = ofInstance[kind];
  return read ? read(id, fetch) : fetch();
}

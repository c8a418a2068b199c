import type { ExecutionContext, PipeTransform, Type } from '@nestjs/common';

import type { Instance } from '../../authentication/instance.js';
import { isOutage } from '../../authentication/machine/verification-unavailable.js';
import { isClerkAPIResponseError } from '../../errors/clerk-api-response-error.js';
import type { ClerkClient } from '../../express/clerk-client.js';
import { authOf } from '../../express/get-auth.js';
import { middlewareMissing } from '../../express/middleware-missing.js';
import { ConnectionRecord } from '../../authentication/request-record.js';
import type { RequestRecord } from '../../authentication/request-record.js';
import { ClerkUnavailableException } from '../exceptions/clerk-unavailable.exception.js';
import { clientOf } from '../../express/instance-clients.js';
import { throughCache } from './cached-resource.js';
import type { CurrentResources } from './cached-resource.js';
import { rulesOf } from '../rules/route-rules.js';
import { withStreamCallErrors } from '../transports/grpc-stream-call.js';
import { identify } from '../transports/identify.js';
import { configurationOfOnlyApplication } from '../transports/live-configurations.js';
import { transportError } from '../transports/transport-error.js';
import { UnauthenticatedException } from '../exceptions/unauthenticated.exception.js';

type Pipe = Type<PipeTransform> | PipeTransform;

/** The overloads of {@link CurrentUser} and {@link CurrentOrganization}. */
export interface CurrentResourceDecorator<Resource> {
  (field: keyof Resource, ...pipes: Pipe[]): ParameterDecorator;
  (...pipes: Pipe[]): ParameterDecorator;
}

type Resources = CurrentResources;
type Kind = keyof Resources;

/** The Backend API call for each type of resource. */
const FETCH: { [K in Kind]: (client: ClerkClient, id: string) => Promise<Resources[K]> } = {
  user: (client, id) => client.users.getUser(id),
  organization: (client, organizationId) => client.organizations.getOrganization({ organizationId }),
};

const ID_FIELD = { user: 'userId', organization: 'orgId' } as const;

/**
 * The user or the organization of the caller, or one field of it.
 *
 * @returns `null` if there is no user or no active organization
 * @throws the transport's own error if it cannot be fetched
 */
export async function currentResource<K extends Kind>(
  kind: K,
  context: ExecutionContext,
  field: keyof Resources[K] | undefined,
): Promise<unknown> {
  const resource = await withStreamCallErrors(context, resourceOf(kind, context));
  return field === undefined || resource === null ? resource : resource[field];
}

async function resourceOf<K extends Kind>(kind: K, context: ExecutionContext): Promise<Resources[K] | null> {
  const record = await identify(context, configurationOfOnlyApplication);
  if (!record) throw middlewareMissing();
  const auth: object = authOf(record, rulesOf(context));
  const id = (auth as Partial<Record<string, unknown>>)[ID_FIELD[kind]];
  const client = record.instance && clientOf(record.instance);
  if (typeof id !== 'string' || !record.instance || !client) return null;
  try {
    return await fetchOnce(kind, id, client, record.instance, record);
  } catch (error) {
    throw await errorFor(error, kind, context);
  }
}

/** Calls the Backend API, and notices its outages. */
async function fetchNow<K extends Kind>(
  kind: K,
  id: string,
  client: ClerkClient,
  { outages }: Instance,
): Promise<Resources[K]> {
  try {
    const resource = await FETCH[kind](client, id);
    outages.succeeded();
    return resource;
  } catch (error) {
    if (isOutage(error)) outages.failed(error);
    throw error;
  }
}

const fetched = new WeakMap<RequestRecord, Map<string, Promise<Resources[Kind]>>>();

/** A connection may last for days: its messages share a pending call, and fetch again later. */
function fetchOnce<K extends Kind>(
  kind: K,
  id: string,
  client: ClerkClient,
  instance: Instance,
  record: RequestRecord,
): Promise<Resources[K]> {
  let ofRecord = fetched.get(record);
  if (!ofRecord) fetched.set(record, (ofRecord = new Map<string, Promise<Resources[Kind]>>()));
  const known = ofRecord.get(id);
  if (known) return known as Promise<Resources[K]>;

  const fetching = throughCache(instance, kind, id, () => fetchNow(kind, id, client, instance));
  ofRecord.set(id, fetching);
  if (!(record instanceof ConnectionRecord)) return fetching;
  return fetching.finally(() => ofRecord.delete(id));
}

/**
 * A session token outlives a deleted user by up to a minute. Other errors are configuration errors and are thrown
 * unchanged.
 */
async function errorFor(error: unknown, kind: Kind, context: ExecutionContext): Promise<unknown> {
  if (!isClerkAPIResponseError(error)) return error;
  if (error.status === 404) return transportError(context, new UnauthenticatedException(`${kind}-not-found`));
  return isOutage(error) ? transportError(context, new ClerkUnavailableException(error)) : error;
}

import { decodeObject, type FieldMap } from '../transport/decode.js';

/**
 * A deleted resource.
 *
 * @see https://clerk.com/docs/reference/backend/types/deleted-object
 */
export interface DeletedObject {
  /** The type of the resource, such as `user`. */
  readonly object: string;
  readonly id: string | null;
  readonly slug: string | null;
  readonly deleted: boolean;
  /** The ID that the application gave the resource. */
  readonly externalId: string | undefined;
}

/** The JSON of {@link DeletedObject}. */
export interface DeletedObjectJSON {
  object: string;
  id?: string;
  slug?: string;
  deleted: boolean;
}

/** The JSON of a deleted user. */
export interface UserDeletedJSON extends DeletedObjectJSON {
  /** The ID that the application gave the user. */
  external_id?: string;
}

/** Decodes the JSON of the Backend API. */
export function decodeDeletedObject(json: unknown): DeletedObject {
  return decodeObject<DeletedObject>(json, DELETED_OBJECT_FIELDS);
}

const orNull = (json: unknown) => (json as string | undefined) || null;

const DELETED_OBJECT_FIELDS: FieldMap<DeletedObject> = {
  object: 'object',
  id: ['id', orNull],
  slug: ['slug', orNull],
  deleted: 'deleted',
  externalId: 'external_id',
};

import { decodeObject, type FieldMap } from '../transport/decode.js';

/**
 * What is left of something that was deleted.
 *
 * @see https://clerk.com/docs/reference/backend/types/deleted-object
 */
export interface DeletedObject {
  /** What it was, such as `user`. */
  readonly object: string;
  readonly id: string | null;
  readonly slug: string | null;
  readonly deleted: boolean;
  /** The id that it had in the application's own books. */
  readonly externalId: string | undefined;
}

/** Reads the API's JSON. */
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

// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { listOf } from '../transport/decode.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { decodeWaitlistEntry, type WaitlistEntry } from './models/waitlist.js';
import type {
  CreateBulkParams,
  WaitlistEntryCreateParams,
  WaitlistEntryInviteParams,
  WaitlistEntryListParams,
} from './waitlist-entries-params.js';

/**
 * People who wait to be let in.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class WaitlistEntryAPI extends BackendApiResource {
  /**
   * Lists the entries of the waitlist.
   *
   * `GET /waitlist_entries`
   *
   * @param params - `limit`, `offset`, `query`, `status`, `orderBy`; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @see https://clerk.com/docs/reference/backend-api/tag/waitlist-entries/GET/waitlist_entries
   */
  async list(
    params: WaitlistEntryListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<WaitlistEntry[]>> {
    return this.transport.request(
      {
        operation: 'ListWaitlistEntries',
        method: 'GET',
        path: apiPath`/waitlist_entries`,
        query: params,
        decode: pageOf(decodeWaitlistEntry),
      },
      requestOptions,
    );
  }

  /**
   * Goes through all that {@link list} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /waitlist_entries`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/waitlist-entries/GET/waitlist_entries
   */
  iterateList(
    params: WaitlistEntryListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<WaitlistEntry, void, undefined> {
    return iteratePages(page => this.list({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Puts someone on the waitlist.
   *
   * `POST /waitlist_entries`
   *
   * @param params - `emailAddress`; optionally `notify`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @see https://clerk.com/docs/reference/backend-api/tag/waitlist-entries/POST/waitlist_entries
   */
  async create(
    params: WaitlistEntryCreateParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<WaitlistEntry> {
    return this.transport.request(
      {
        operation: 'CreateWaitlistEntry',
        method: 'POST',
        path: apiPath`/waitlist_entries`,
        body: params,
        decode: decodeWaitlistEntry,
      },
      requestOptions,
    );
  }

  /**
   * Puts several people on the waitlist.
   *
   * `POST /waitlist_entries/bulk`
   *
   * @param params - of each `emailAddress`; optionally `notify`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @see https://clerk.com/docs/reference/backend-api/tag/waitlist-entries/POST/waitlist_entries/bulk
   */
  async createBulk(
    params: CreateBulkParams[],
    requestOptions?: BackendApiRequestOptions,
  ): Promise<WaitlistEntry[]> {
    return this.transport.request(
      {
        operation: 'CreateBulkWaitlistEntries',
        method: 'POST',
        path: apiPath`/waitlist_entries/bulk`,
        body: params,
        decode: listOf(decodeWaitlistEntry),
      },
      requestOptions,
    );
  }

  /**
   * Deletes an entry of the waitlist.
   *
   * `DELETE /waitlist_entries/{waitlist_entry_id}`
   *
   * @param id - the id of the entry
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/waitlist-entries/DELETE/waitlist_entries/{waitlist_entry_id}
   */
  async delete(id: string, requestOptions?: BackendApiRequestOptions): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'DeleteWaitlistEntry',
        method: 'DELETE',
        path: apiPath`/waitlist_entries/${id}`,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }

  /**
   * Invites someone on the waitlist to sign up.
   *
   * `POST /waitlist_entries/{waitlist_entry_id}/invite`
   *
   * @param id - the id of the entry
   * @param params - `ignoreExisting`; may be left out
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/waitlist-entries/POST/waitlist_entries/{waitlist_entry_id}/invite
   */
  async invite(
    id: string,
    params: WaitlistEntryInviteParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<WaitlistEntry> {
    return this.transport.request(
      {
        operation: 'InviteWaitlistEntry',
        method: 'POST',
        path: apiPath`/waitlist_entries/${id}/invite`,
        body: params,
        decode: decodeWaitlistEntry,
      },
      requestOptions,
    );
  }

  /**
   * Rejects someone on the waitlist.
   *
   * `POST /waitlist_entries/{waitlist_entry_id}/reject`
   *
   * @param id - the id of the entry
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/waitlist-entries/POST/waitlist_entries/{waitlist_entry_id}/reject
   */
  async reject(id: string, requestOptions?: BackendApiRequestOptions): Promise<WaitlistEntry> {
    return this.transport.request(
      {
        operation: 'RejectWaitlistEntry',
        method: 'POST',
        path: apiPath`/waitlist_entries/${id}/reject`,
        decode: decodeWaitlistEntry,
      },
      requestOptions,
    );
  }
}

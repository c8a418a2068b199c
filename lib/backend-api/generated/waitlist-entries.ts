// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import { listOf } from '../transport/decode.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { decodeWaitlistEntry, type WaitlistEntry } from './models/waitlist-entry.js';
import type {
  CreateBulkParams,
  WaitlistEntryCreateParams,
  WaitlistEntryInviteParams,
  WaitlistEntryListParams,
} from './waitlist-entries-params.js';

/**
 * The waitlist. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class WaitlistEntryAPI extends BackendApiResource {
  /**
   * Lists the entries of the waitlist: `GET /waitlist_entries`.
   *
   * @param params - `limit`, `offset`, `query`, `status`, `orderBy` (all optional)
   * @returns one page, and the number of all items
   *
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
   * Iterates over all items of {@link list}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/waitlist-entries/GET/waitlist_entries
   */
  iterateList(
    params: WaitlistEntryListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<WaitlistEntry, void, undefined> {
    return iteratePages(page => this.list({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Adds a person to the waitlist: `POST /waitlist_entries`.
   *
   * @param params - `emailAddress`; optional: `notify`
   *
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
   * Adds several people to the waitlist: `POST /waitlist_entries/bulk`.
   *
   * @param params - for each item: `emailAddress`; optional: `notify`
   *
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
   * Deletes an entry of the waitlist: `DELETE /waitlist_entries/{waitlist_entry_id}`.
   *
   * @param id - the ID of the entry
   *
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
   * Invites a person on the waitlist to sign up: `POST /waitlist_entries/{waitlist_entry_id}/invite`.
   *
   * @param id - the ID of the entry
   * @param params - `ignoreExisting` (all optional)
   *
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
   * Rejects an entry of the waitlist: `POST /waitlist_entries/{waitlist_entry_id}/reject`.
   *
   * @param id - the ID of the entry
   *
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

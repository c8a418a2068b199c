// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';
import { Session } from '../models/session.js';
import type { CreateSessionParams, GetSessionListParams } from './sessions-params.js';

/**
 * The sessions of users, and tokens for them.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class SessionAPI extends BackendApiResource {
  /**
   * Lists the sessions of a user or a client.
   *
   * `GET /sessions`
   *
   * @param params - `clientId`, `userId`, `status`, `limit`, `offset`; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @see https://clerk.com/docs/reference/backend-api/tag/sessions/GET/sessions
   */
  async getSessionList(
    params: GetSessionListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<Session[]>> {
    return this.transport.request(
      {
        operation: 'GetSessionList',
        method: 'GET',
        path: apiPath`/sessions`,
        query: { ...params, paginated: true },
        decode: pageOf(Session.fromJSON),
      },
      requestOptions,
    );
  }

  /**
   * Goes through all that {@link getSessionList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /sessions`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/sessions/GET/sessions
   */
  iterateSessionList(
    params: GetSessionListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<Session, void, undefined> {
    return iteratePages(page => this.getSessionList({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Starts a session of a user; for tests.
   *
   * `POST /sessions`
   *
   * @param params - `userId`; optionally `activeOrganizationId`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @see https://clerk.com/docs/reference/backend-api/tag/sessions/POST/sessions
   */
  async createSession(
    params: CreateSessionParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Session> {
    return this.transport.request(
      {
        operation: 'createSession',
        method: 'POST',
        path: apiPath`/sessions`,
        body: params,
        decode: Session.fromJSON,
      },
      requestOptions,
    );
  }

  /**
   * Gets one session.
   *
   * `GET /sessions/{session_id}`
   *
   * @param sessionId - the id of the session
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/sessions/GET/sessions/{session_id}
   */
  async getSession(sessionId: string, requestOptions?: BackendApiRequestOptions): Promise<Session> {
    return this.transport.request(
      {
        operation: 'GetSession',
        method: 'GET',
        path: apiPath`/sessions/${sessionId}`,
        decode: Session.fromJSON,
      },
      requestOptions,
    );
  }

  /**
   * Ends a session.
   *
   * `POST /sessions/{session_id}/revoke`
   *
   * @param sessionId - the id of the session
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/sessions/POST/sessions/{session_id}/revoke
   */
  async revokeSession(sessionId: string, requestOptions?: BackendApiRequestOptions): Promise<Session> {
    return this.transport.request(
      {
        operation: 'RevokeSession',
        method: 'POST',
        path: apiPath`/sessions/${sessionId}/revoke`,
        decode: Session.fromJSON,
      },
      requestOptions,
    );
  }
}

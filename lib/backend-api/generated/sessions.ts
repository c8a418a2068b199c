// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { Session } from '../models/session.js';
import type { CreateSessionParams, GetSessionListParams } from './sessions-params.js';

/**
 * The sessions of users, and their tokens. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class GeneratedSessionAPI extends BackendApiResource {
  /**
   * Lists the sessions of a user or a client: `GET /sessions`.
   *
   * @param params - `clientId`, `userId`, `status`, `limit`, `offset` (all optional)
   * @returns one page, and the number of all items
   *
   * @example
   * ```ts
   * const { data } = await clerk.sessions.getSessionList({ userId: 'user_2abc', status: 'active' });
   * ```
   *
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
   * Iterates over all items of {@link getSessionList}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/sessions/GET/sessions
   */
  iterateSessionList(
    params: GetSessionListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<Session, void, undefined> {
    return iteratePages(page => this.getSessionList({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Creates a session of a user, for tests: `POST /sessions`.
   *
   * @param params - `userId`; optional: `activeOrganizationId`
   *
   * @example
   * ```ts
   * const session = await clerk.sessions.createSession({ userId: 'user_2abc' });
   * ```
   *
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
   * Returns a session: `GET /sessions/{session_id}`.
   *
   * @param sessionId - the ID of the session
   *
   * @example
   * ```ts
   * const { status, userId } = await clerk.sessions.getSession('sess_2abc');
   * ```
   *
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
   * Revokes a session: `POST /sessions/{session_id}/revoke`.
   *
   * @param sessionId - the ID of the session
   *
   * @example
   * ```ts
   * await clerk.sessions.revokeSession('sess_2abc');
   * ```
   *
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

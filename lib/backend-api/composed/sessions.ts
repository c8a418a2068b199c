import { GeneratedSessionAPI } from '../generated/sessions.js';
import { type Cookies, decodeCookies } from '../models/cookies.js';
import { Session } from '../models/session.js';
import { Token } from '../models/token.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';

/** What {@link SessionAPI.refreshSession} takes; the names are the API's. */
export interface RefreshTokenParams {
  /** The session token that ran out. */
  expired_token: string;
  /** The value of the `__refresh` cookie. */
  refresh_token: string;
  /** The origin that the request was made to. */
  request_origin: string;
  request_originating_ip?: string;
  /** The request's headers, each with its values. */
  request_headers?: Record<string, string[]>;
  /** Whether the cookies carry the instance's suffix. */
  suffixed_cookies?: boolean;
  /** What to answer with: the token alone, or the cookies to set. */
  format?: 'token' | 'cookie';
}

/**
 * The sessions of an instance: the generated methods, and those that choose between operations.
 *
 * @see https://clerk.com/docs/reference/backend/overview
 */
export class SessionAPI extends GeneratedSessionAPI {
  /**
   * Makes a token for a session: `POST /sessions/{session_id}/tokens` or `…/tokens/{template_name}`.
   *
   * @param sessionId - whose token
   * @param template - the name of a JWT template of the instance; without it, a session token
   * @param expiresInSeconds - how long the token is good for, from 30 seconds to ten years; the template's or the
   *   instance's lifetime by default
   * @throws {@link ClerkAPIResponseError} with status 404 when there is no such session or template
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when the id or the template cannot be one
   *
   * @example
   * ```ts
   * const { jwt } = await clerk.sessions.getToken('sess_2abc', 'hasura', 120);
   * ```
   *
   * @see https://clerk.com/docs/reference/backend/sessions/get-token
   */
  async getToken(
    sessionId: string,
    template?: string,
    expiresInSeconds?: number,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Token> {
    return this.transport.request(
      {
        operation: template ? 'CreateSessionTokenFromTemplate' : 'CreateSessionToken',
        method: 'POST',
        path: template
          ? apiPath`/sessions/${sessionId}/tokens/${template}`
          : apiPath`/sessions/${sessionId}/tokens`,
        body: expiresInSeconds === undefined ? undefined : { expiresInSeconds },
        decode: Token.fromJSON,
      },
      requestOptions,
    );
  }

  /**
   * Makes a new session token out of one that ran out: `POST /sessions/{session_id}/refresh`.
   *
   * @returns with `format: 'cookie'` whole `Set-Cookie` values; otherwise the token
   * @throws {@link ClerkAPIResponseError} when the session has ended or the refresh token is not accepted
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when the id cannot be one
   *
   * @see https://clerk.com/docs/reference/backend/sessions/refresh-session
   */
  async refreshSession(
    sessionId: string,
    params: RefreshTokenParams & { format: 'token' },
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Token>;
  async refreshSession(
    sessionId: string,
    params: RefreshTokenParams & { format: 'cookie' },
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Cookies>;
  async refreshSession(
    sessionId: string,
    params: RefreshTokenParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Token>;
  async refreshSession(
    sessionId: string,
    { suffixed_cookies, ...body }: RefreshTokenParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Token | Cookies> {
    return this.transport.request<Token | Cookies>(
      {
        operation: 'RefreshSession',
        method: 'POST',
        path: apiPath`/sessions/${sessionId}/refresh`,
        query: { suffixed_cookies },
        body,
        decode: body.format === 'cookie' ? decodeCookies : Token.fromJSON,
      },
      requestOptions,
    );
  }

  /**
   * Verifies a session with its token: `POST /sessions/{session_id}/verify`.
   *
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when the id cannot be one
   * @deprecated Verify the token itself instead, with `verifyToken` or the middleware: that needs no call.
   */
  async verifySession(
    sessionId: string,
    token: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Session> {
    return this.transport.request(
      {
        operation: 'VerifySession',
        method: 'POST',
        path: apiPath`/sessions/${sessionId}/verify`,
        body: { token },
        decode: Session.fromJSON,
      },
      requestOptions,
    );
  }
}

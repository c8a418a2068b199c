import { GeneratedSessionAPI } from '../generated/sessions.js';
import { type Cookies, decodeCookies } from '../models/cookies.js';
import { Session } from '../models/session.js';
import { Token } from '../models/token.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';

/** The parameters of {@link SessionAPI.refreshSession} takes, with the names of the API. */
export interface RefreshTokenParams {
  /** The expired session token. */
  expired_token: string;
  /** The value of the `__refresh` cookie. */
  refresh_token: string;
  /** The origin of the request's URL. */
  request_origin: string;
  request_originating_ip?: string;
  /** The headers of the request, each with its values. */
  request_headers?: Record<string, string[]>;
  /** Whether the cookies have the suffix of the instance. */
  suffixed_cookies?: boolean;
  /** The result: the token, or the cookies for the browser. */
  format?: 'token' | 'cookie';
}

/**
 * Sessions: the generated methods, and methods that choose between operations.
 *
 * @see https://clerk.com/docs/reference/backend/overview
 */
export class SessionAPI extends GeneratedSessionAPI {
  /**
   * Creates a token of a session: `POST /sessions/{session_id}/tokens` or `…/tokens/{template_name}`.
   *
   * @param sessionId - the ID of the session
   * @param template - the name of a JWT template of the instance; without it, a session token
   * @param expiresInSeconds - the lifetime of the token, from 30 seconds to ten years; by default the lifetime of the template
   *   or the instance
   * @throws {@link ClerkAPIResponseError} with status 404 if the session or the template does not exist
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
   * Refreshes an expired session token: `POST /sessions/{session_id}/refresh`.
   *
   * @returns with `format: 'cookie'` complete `Set-Cookie` values; otherwise the token
   * @throws {@link ClerkAPIResponseError} if the session has ended or the refresh token is not valid
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
   * @deprecated Use `verifyToken` or the middleware, which verify the token without a call.
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

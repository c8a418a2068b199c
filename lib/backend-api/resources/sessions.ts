import { Session } from '../models/session.js';
import { Token } from '../models/token.js';
import type { BackendApiRequestOptions } from '../operation.js';
import { apiPath } from '../path.js';
import type { BackendApiTransport } from '../transport.js';

/**
 * The sessions of an instance.
 *
 * @see https://clerk.com/docs/reference/backend/overview
 */
export class SessionAPI {
  readonly #transport: BackendApiTransport;

  constructor(transport: BackendApiTransport) {
    this.#transport = transport;
  }

  /**
   * Gets one session: `GET /sessions/{session_id}`.
   *
   * @throws ClerkAPIResponseError with status 404 when there is no such session
   * @throws ClerkError `resource_id_invalid`, before any request, when the id cannot be one
   *
   * @example
   * ```ts
   * const session = await clerk.sessions.getSession('sess_2abc');
   * ```
   *
   * @see https://clerk.com/docs/reference/backend/sessions/get-session
   */
  async getSession(sessionId: string, options?: BackendApiRequestOptions): Promise<Session> {
    return this.#transport.request(
      {
        operation: 'GetSession',
        method: 'GET',
        path: apiPath`/sessions/${sessionId}`,
        decode: Session.fromJSON,
      },
      options,
    );
  }

  /**
   * Makes a token for a session: `POST /sessions/{session_id}/tokens` or `…/tokens/{template_name}`.
   *
   * @param sessionId - whose token
   * @param template - the name of a JWT template of the instance; without it, a session token
   * @param expiresInSeconds - how long the token is good for, from 30 seconds to ten years; the template's or the
   *   instance's lifetime by default
   * @throws ClerkAPIResponseError with status 404 when there is no such session or template
   * @throws ClerkError `resource_id_invalid`, before any request, when the id or the template cannot be one
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
    options?: BackendApiRequestOptions,
  ): Promise<Token> {
    return this.#transport.request(
      {
        operation: template ? 'CreateSessionTokenFromTemplate' : 'CreateSessionToken',
        method: 'POST',
        path: template
          ? apiPath`/sessions/${sessionId}/tokens/${template}`
          : apiPath`/sessions/${sessionId}/tokens`,
        body: expiresInSeconds === undefined ? undefined : { expiresInSeconds },
        decode: Token.fromJSON,
      },
      options,
    );
  }
}

import {
  type AccountlessApplication,
  decodeAccountlessApplication,
} from '../models/accountless-application.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';

/** What the methods of {@link AccountlessApplicationAPI} take. */
export interface AccountlessApplicationParams {
  /** Headers of the request that led here, to be sent along; those that describe the message itself are not. */
  requestHeaders?: Headers;
  /** What asks for the application. */
  source?: string;
}

/** Applications that exist before their owner has an account. They need no key. */
export class AccountlessApplicationAPI extends BackendApiResource {
  /**
   * Makes an application that nobody owns yet: `POST /accountless_applications`.
   *
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   */
  async createAccountlessApplication(
    params: AccountlessApplicationParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<AccountlessApplication> {
    return this.transport.request(
      {
        operation: 'CreateAccountlessApplication',
        method: 'POST',
        path: apiPath`/accountless_applications`,
        ...sentAlong(params),
        auth: 'optional',
        decode: decodeAccountlessApplication,
      },
      requestOptions,
    );
  }

  /**
   * Ends the onboarding of such an application: `POST /accountless_applications/complete`.
   *
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   */
  async completeAccountlessApplicationOnboarding(
    params: AccountlessApplicationParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<AccountlessApplication> {
    return this.transport.request(
      {
        operation: 'CompleteAccountlessApplicationOnboarding',
        method: 'POST',
        path: apiPath`/accountless_applications/complete`,
        ...sentAlong(params),
        auth: 'optional',
        decode: decodeAccountlessApplication,
      },
      requestOptions,
    );
  }
}

/** They speak of the other request, or are this one's own. */
const NOT_SENT_ALONG = new Set([
  'authorization',
  'clerk-api-version',
  'connection',
  'content-length',
  'content-type',
  'host',
  'transfer-encoding',
  'user-agent',
]);

function sentAlong({ requestHeaders, source }: AccountlessApplicationParams) {
  const headers = [...(requestHeaders ?? [])].filter(([name]) => !NOT_SENT_ALONG.has(name));
  return { query: { source }, headers: Object.fromEntries(headers) };
}

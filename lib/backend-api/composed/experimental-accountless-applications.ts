import {
  type AccountlessApplication,
  decodeAccountlessApplication,
} from '../models/accountless-application.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';

/** The parameters of the methods of {@link AccountlessApplicationAPI}. */
export interface AccountlessApplicationParams {
  /** The headers of the incoming request, which are forwarded, except those that describe the request itself. */
  requestHeaders?: Headers;
  /** The name of the tool that creates the application. */
  source?: string;
}

/** Applications that do not belong to an account yet. They need no key. */
export class AccountlessApplicationAPI extends BackendApiResource {
  /**
   * Creates an application that does not belong to an account: `POST /accountless_applications`.
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
        ...forwarded(params),
        auth: 'optional',
        decode: decodeAccountlessApplication,
      },
      requestOptions,
    );
  }

  /**
   * Completes the onboarding of such an application: `POST /accountless_applications/complete`.
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
        ...forwarded(params),
        auth: 'optional',
        decode: decodeAccountlessApplication,
      },
      requestOptions,
    );
  }
}

/** Headers that describe the incoming request, or that the transport sets. */
const NOT_FORWARDED = new Set([
  'authorization',
  'clerk-api-version',
  'connection',
  'content-length',
  'content-type',
  'host',
  'transfer-encoding',
  'user-agent',
]);

function forwarded({ requestHeaders, source }: AccountlessApplicationParams) {
  const headers = [...(requestHeaders ?? [])].filter(([name]) => !NOT_FORWARDED.has(name));
  return { query: { source }, headers: Object.fromEntries(headers) };
}

import { GeneratedDomainAPI } from '../generated/domains.js';
import type { DeletedObject } from '../models/deleted-object.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';

/** The domains of the instance: the generated methods, and the older name of one. */
export class DomainAPI extends GeneratedDomainAPI {
  /**
   * Deletes a satellite domain: `DELETE /domains/{domain_id}`.
   *
   * @deprecated Use `delete`.
   */
  async deleteDomain(domainId: string, requestOptions?: BackendApiRequestOptions): Promise<DeletedObject> {
    return this.delete(domainId, requestOptions);
  }
}

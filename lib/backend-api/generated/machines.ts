// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { decodeDeletedMachineScope, type DeletedMachineScope } from './models/deleted-machine-scope.js';
import { decodeMachine, type Machine } from './models/machine.js';
import { decodeMachineScope, type MachineScope } from './models/machine-scope.js';
import { decodeMachineSecretKey, type MachineSecretKey } from './models/machine-secret-key.js';
import type {
  MachineCreateParams,
  MachineListParams,
  MachineUpdateParams,
  RotateSecretKeyParams,
} from './machines-params.js';

/**
 * The machines that use M2M tokens. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class MachineApi extends BackendApiResource {
  /**
   * Lists the machines: `GET /machines`.
   *
   * @param params - `limit`, `offset`, `query`, `orderBy` (all optional)
   * @returns one page, and the number of all items
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/machines/GET/machines
   */
  async list(
    params: MachineListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<Machine[]>> {
    return this.transport.request(
      {
        operation: 'ListMachines',
        method: 'GET',
        path: apiPath`/machines`,
        query: params,
        decode: pageOf(decodeMachine),
      },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link list}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/machines/GET/machines
   */
  iterateList(
    params: MachineListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<Machine, void, undefined> {
    return iteratePages(page => this.list({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Creates a machine; the answer has its secret key: `POST /machines`.
   *
   * @param params - `name`; optional: `scopedMachines`, `defaultTokenTtl`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/machines/POST/machines
   */
  async create(params: MachineCreateParams, requestOptions?: BackendApiRequestOptions): Promise<Machine> {
    return this.transport.request(
      {
        operation: 'CreateMachine',
        method: 'POST',
        path: apiPath`/machines`,
        body: params,
        decode: decodeMachine,
      },
      requestOptions,
    );
  }

  /**
   * Returns a machine: `GET /machines/{machine_id}`.
   *
   * @param machineId - the ID of the machine
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/machines/GET/machines/{machine_id}
   */
  async get(machineId: string, requestOptions?: BackendApiRequestOptions): Promise<Machine> {
    return this.transport.request(
      {
        operation: 'GetMachine',
        method: 'GET',
        path: apiPath`/machines/${machineId}`,
        decode: decodeMachine,
      },
      requestOptions,
    );
  }

  /**
   * Updates a machine: `PATCH /machines/{machine_id}`.
   *
   * @param params - `machineId`; optional: `name`, `defaultTokenTtl`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/machines/PATCH/machines/{machine_id}
   */
  async update(
    { machineId, ...body }: MachineUpdateParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Machine> {
    return this.transport.request(
      {
        operation: 'UpdateMachine',
        method: 'PATCH',
        path: apiPath`/machines/${machineId}`,
        body,
        decode: decodeMachine,
      },
      requestOptions,
    );
  }

  /**
   * Deletes a machine: `DELETE /machines/{machine_id}`.
   *
   * @param machineId - the ID of the machine
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/machines/DELETE/machines/{machine_id}
   */
  async delete(machineId: string, requestOptions?: BackendApiRequestOptions): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'DeleteMachine',
        method: 'DELETE',
        path: apiPath`/machines/${machineId}`,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }

  /**
   * Returns the secret key of a machine: `GET /machines/{machine_id}/secret_key`.
   *
   * @param machineId - the ID of the machine
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/machines/GET/machines/{machine_id}/secret_key
   */
  async getSecretKey(
    machineId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<MachineSecretKey> {
    return this.transport.request(
      {
        operation: 'GetMachineSecretKey',
        method: 'GET',
        path: apiPath`/machines/${machineId}/secret_key`,
        decode: decodeMachineSecretKey,
      },
      requestOptions,
    );
  }

  /**
   * Replaces the secret key of a machine: `POST /machines/{machine_id}/secret_key/rotate`.
   *
   * @param params - `machineId`, `previousTokenTtl`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/machines/POST/machines/{machine_id}/secret_key/rotate
   */
  async rotateSecretKey(
    { machineId, ...body }: RotateSecretKeyParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<MachineSecretKey> {
    return this.transport.request(
      {
        operation: 'RotateMachineSecretKey',
        method: 'POST',
        path: apiPath`/machines/${machineId}/secret_key/rotate`,
        body,
        decode: decodeMachineSecretKey,
      },
      requestOptions,
    );
  }

  /**
   * Allows a machine to call another one: `POST /machines/{machine_id}/scopes`.
   *
   * @param machineId - the ID of the machine
   * @param toMachineId - the ID of the machine that it can call
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/machines/POST/machines/{machine_id}/scopes
   */
  async createScope(
    machineId: string,
    toMachineId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<MachineScope> {
    return this.transport.request(
      {
        operation: 'CreateMachineScope',
        method: 'POST',
        path: apiPath`/machines/${machineId}/scopes`,
        body: { toMachineId },
        decode: decodeMachineScope,
      },
      requestOptions,
    );
  }

  /**
   * Forbids a machine to call another one: `DELETE /machines/{machine_id}/scopes/{other_machine_id}`.
   *
   * @param machineId - the ID of the machine
   * @param otherMachineId - the ID of the machine that it can call
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/machines/DELETE/machines/{machine_id}/scopes/{other_machine_id}
   */
  async deleteScope(
    machineId: string,
    otherMachineId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<DeletedMachineScope> {
    return this.transport.request(
      {
        operation: 'DeleteMachineScope',
        method: 'DELETE',
        path: apiPath`/machines/${machineId}/scopes/${otherMachineId}`,
        decode: decodeDeletedMachineScope,
      },
      requestOptions,
    );
  }
}

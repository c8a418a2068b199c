// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { decodeDeletedMachineScope, type DeletedMachineScope } from './models/deleted.js';
import {
  decodeMachine,
  decodeMachineScope,
  decodeMachineSecretKey,
  type Machine,
  type MachineScope,
  type MachineSecretKey,
} from './models/machine.js';
import type {
  MachineCreateParams,
  MachineListParams,
  MachineUpdateParams,
  RotateSecretKeyParams,
} from './machines-params.js';

/**
 * The machines that M2M tokens are made for.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class MachineApi extends BackendApiResource {
  /**
   * Lists the machines.
   *
   * `GET /machines`
   *
   * @param params - `limit`, `offset`, `query`, `orderBy`; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Goes through all that {@link list} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /machines`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/machines/GET/machines
   */
  iterateList(
    params: MachineListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<Machine, void, undefined> {
    return iteratePages(page => this.list({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Makes a machine; the answer holds its secret key.
   *
   * `POST /machines`
   *
   * @param params - `name`; optionally `scopedMachines`, `defaultTokenTtl`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Gets one machine.
   *
   * `GET /machines/{machine_id}`
   *
   * @param machineId - the id of the machine
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Changes a machine.
   *
   * `PATCH /machines/{machine_id}`
   *
   * @param params - `machineId`; optionally `name`, `defaultTokenTtl`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Deletes a machine.
   *
   * `DELETE /machines/{machine_id}`
   *
   * @param machineId - the id of the machine
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Gets the secret key of a machine.
   *
   * `GET /machines/{machine_id}/secret_key`
   *
   * @param machineId - the id of the machine
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Gives a machine a new secret key.
   *
   * `POST /machines/{machine_id}/secret_key/rotate`
   *
   * @param params - `machineId`, `previousTokenTtl`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Lets a machine talk to another one.
   *
   * `POST /machines/{machine_id}/scopes`
   *
   * @param machineId - the id of the machine
   * @param toMachineId - the id of the machine that it may talk to from now on
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Lets a machine no longer talk to another one.
   *
   * `DELETE /machines/{machine_id}/scopes/{other_machine_id}`
   *
   * @param machineId - the id of the machine
   * @param otherMachineId - the id of the machine that it may talk to so far
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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

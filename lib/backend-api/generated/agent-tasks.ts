// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';
import { type AgentTask, decodeAgentTask } from './models/agent-task.js';
import type { AgentTaskCreateParams } from './agent-tasks-params.js';

/**
 * Tasks that an agent does for a user. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class AgentTaskAPI extends BackendApiResource {
  /**
   * Creates a task with a URL that starts a session of a user: `POST /agents/tasks`.
   *
   * @param params - `onBehalfOf`, `permissions`, `agentName`, `taskDescription`, `redirectUrl`; optional: `sessionMaxDurationInSeconds`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/agent-tasks/POST/agents/tasks
   */
  async create(params: AgentTaskCreateParams, requestOptions?: BackendApiRequestOptions): Promise<AgentTask> {
    return this.transport.request(
      {
        operation: 'CreateAgentTask',
        method: 'POST',
        path: apiPath`/agents/tasks`,
        body: params,
        nested: { onBehalfOf: {} },
        decode: decodeAgentTask,
      },
      requestOptions,
    );
  }

  /**
   * Revokes an agent task: `POST /agents/tasks/{agent_task_id}/revoke`.
   *
   * @param agentTaskId - the ID of the agent task
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/agent-tasks/POST/agents/tasks/{agent_task_id}/revoke
   */
  async revoke(agentTaskId: string, requestOptions?: BackendApiRequestOptions): Promise<AgentTask> {
    return this.transport.request(
      {
        operation: 'RevokeAgentTask',
        method: 'POST',
        path: apiPath`/agents/tasks/${agentTaskId}/revoke`,
        decode: decodeAgentTask,
      },
      requestOptions,
    );
  }
}

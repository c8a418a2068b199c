// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** An agent task, as the Backend API answers it. */
export interface AgentTask {
  readonly object: 'agent_task';
  readonly agentId: string;
  readonly agentTaskId: string;
  readonly url: string;
  readonly taskId: string;
}

/** Reads the API's JSON. */
export function decodeAgentTask(json: unknown): AgentTask {
  return decodeObject<AgentTask>(json, AGENT_TASK_FIELDS);
}

const AGENT_TASK_FIELDS: FieldMap<AgentTask> = {
  object: 'object',
  agentId: 'agent_id',
  agentTaskId: 'agent_task_id',
  url: 'url',
  taskId: 'agent_task_id',
};

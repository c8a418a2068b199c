// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** An agent task, as the Backend API returns it. */
export interface AgentTask {
  readonly object: 'agent_task';
  readonly agentId: string;
  readonly agentTaskId: string;
  readonly url: string;
  readonly taskId: string;
}

/** The JSON of {@link AgentTask}, with the names and values that the Backend API sends. */
export interface AgentTaskJSON {
  object: 'agent_task';
  agent_id: string;
  agent_task_id: string;
  url: string;
  /** @deprecated Clerk deprecated this field. */
  task_id: string;
}

/** Decodes the JSON of the Backend API. */
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

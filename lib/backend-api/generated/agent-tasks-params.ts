// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import type { OneOf } from '../one-of.js';

/** The parameters of {@link AgentTaskAPI.create}. */
export interface AgentTaskCreateParams {
  onBehalfOf: { userId?: string; identifier?: string };
  permissions: OneOf<'*'>;
  agentName: string;
  taskDescription: string;
  redirectUrl: string;
  /** By default `1800`. */
  sessionMaxDurationInSeconds?: number;
}

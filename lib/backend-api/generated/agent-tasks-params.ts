// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { OneOf } from '../one-of.js';

/** What {@link AgentTaskAPI.create} takes. */
export interface AgentTaskCreateParams {
  onBehalfOf: { userId?: string; identifier?: string };
  permissions: OneOf<'*'>;
  agentName: string;
  taskDescription: string;
  redirectUrl: string;
  /** By default `1800`. */
  sessionMaxDurationInSeconds?: number;
}

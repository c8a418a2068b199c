// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A template, as the Backend API answers it. */
export interface Template {
  readonly id?: string;
  readonly object?: 'template';
  readonly instanceId?: string | null;
  readonly resourceType?: string;
  readonly templateType?: string;
  readonly name?: string;
  readonly slug?: string;
  readonly position?: number;
  readonly canRevert?: boolean;
  readonly canDelete?: boolean;
  readonly canEditBody?: boolean;
  readonly canToggle?: boolean;
  readonly subject?: string | null;
  readonly markup?: string;
  readonly body?: string;
  readonly availableVariables?: string[];
  readonly requiredVariables?: string[];
  readonly fromEmailName?: string;
  readonly replyToEmailName?: string;
  readonly deliveredByClerk?: boolean;
  readonly enabled?: boolean;
  readonly flaggedAsSuspicious?: boolean;
  /** Milliseconds since 1970. */
  readonly updatedAt?: number;
  /** Milliseconds since 1970. */
  readonly createdAt?: number;
}

/** Reads the API's JSON. */
export function decodeTemplate(json: unknown): Template {
  return decodeObject<Template>(json, TEMPLATE_FIELDS);
}

const TEMPLATE_FIELDS: FieldMap<Template> = {
  id: 'id',
  object: 'object',
  instanceId: 'instance_id',
  resourceType: 'resource_type',
  templateType: 'template_type',
  name: 'name',
  slug: 'slug',
  position: 'position',
  canRevert: 'can_revert',
  canDelete: 'can_delete',
  canEditBody: 'can_edit_body',
  canToggle: 'can_toggle',
  subject: 'subject',
  markup: 'markup',
  body: 'body',
  availableVariables: 'available_variables',
  requiredVariables: 'required_variables',
  fromEmailName: 'from_email_name',
  replyToEmailName: 'reply_to_email_name',
  deliveredByClerk: 'delivered_by_clerk',
  enabled: 'enabled',
  flaggedAsSuspicious: 'flagged_as_suspicious',
  updatedAt: 'updated_at',
  createdAt: 'created_at',
};

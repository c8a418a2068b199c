// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A template, as the Backend API returns it. */
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
  /** Unix time in milliseconds. */
  readonly updatedAt?: number;
  /** Unix time in milliseconds. */
  readonly createdAt?: number;
}

/** The JSON of {@link Template}, with the names and values that the Backend API sends. */
export interface TemplateJSON {
  id?: string;
  object?: 'template';
  instance_id?: string | null;
  resource_type?: string;
  template_type?: string;
  name?: string;
  slug?: string;
  position?: number;
  can_revert?: boolean;
  can_delete?: boolean;
  can_edit_body?: boolean;
  can_toggle?: boolean;
  subject?: string | null;
  markup?: string;
  body?: string;
  available_variables?: string[];
  required_variables?: string[];
  from_email_name?: string;
  reply_to_email_name?: string;
  delivered_by_clerk?: boolean;
  enabled?: boolean;
  flagged_as_suspicious?: boolean;
  /** Unix time in milliseconds. */
  updated_at?: number;
  /** Unix time in milliseconds. */
  created_at?: number;
}

/** Decodes the JSON of the Backend API. */
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

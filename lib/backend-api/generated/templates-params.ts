// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { PaginationParams } from '../transport/pagination.js';

/** What {@link TemplateAPI.getTemplateList} takes. */
export type GetTemplateListParams = PaginationParams;

/** What {@link TemplateAPI.upsertTemplate} takes. */
export interface UpsertTemplateParams {
  name?: string;
  subject?: string | null;
  markup?: string | null;
  body?: string;
  deliveredByClerk?: boolean | null;
  fromEmailName?: string;
  replyToEmailName?: string;
}

/** What {@link TemplateAPI.previewTemplate} takes. */
export interface PreviewTemplateParams {
  subject?: string | null;
  body?: string;
  fromEmailName?: string;
  replyToEmailName?: string;
}

/** What {@link TemplateAPI.toggleTemplateDelivery} takes. */
export interface ToggleTemplateDeliveryParams {
  deliveredByClerk?: boolean;
}

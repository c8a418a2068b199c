// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import type { PaginationParams } from '../transport/pagination.js';

/** The parameters of {@link TemplateAPI.getTemplateList}. */
export type GetTemplateListParams = PaginationParams;

/** The parameters of {@link TemplateAPI.upsertTemplate}. */
export interface UpsertTemplateParams {
  name?: string;
  subject?: string | null;
  markup?: string | null;
  body?: string;
  deliveredByClerk?: boolean | null;
  fromEmailName?: string;
  replyToEmailName?: string;
}

/** The parameters of {@link TemplateAPI.previewTemplate}. */
export interface PreviewTemplateParams {
  subject?: string | null;
  body?: string;
  fromEmailName?: string;
  replyToEmailName?: string;
}

/** The parameters of {@link TemplateAPI.toggleTemplateDelivery}. */
export interface ToggleTemplateDeliveryParams {
  deliveredByClerk?: boolean;
}

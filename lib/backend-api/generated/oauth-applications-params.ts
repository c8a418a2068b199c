// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { PaginationParams } from '../transport/pagination.js';

/** What {@link OAuthApplicationsApi.list} takes. */
export interface OAuthApplicationsListParams extends PaginationParams {
  /** By default `'+created_at'`. */
  orderBy?: string;
  nameQuery?: string;
}

/** What {@link OAuthApplicationsApi.create} takes. */
export interface OAuthApplicationsCreateParams {
  name: string;
  redirectUris?: string[] | null;
  /** At most 1024 characters. @deprecated Clerk has deprecated it. */
  callbackUrl?: string | null;
  /** At most 1024 characters. By default `'profile email'`. */
  scopes?: string | null;
  /** By default `true`. */
  consentScreenEnabled?: boolean | null;
  /** By default `false`. */
  pkceRequired?: boolean | null;
  public?: boolean | null;
}

/** What {@link OAuthApplicationsApi.update} takes. */
export interface OAuthApplicationsUpdateParams {
  oauthApplicationId: string;
  name?: string | null;
  redirectUris?: string[] | null;
  /** At most 1024 characters. @deprecated Clerk has deprecated it. */
  callbackUrl?: string | null;
  /** At most 1024 characters. By default `'profile email'`. */
  scopes?: string | null;
  consentScreenEnabled?: boolean | null;
  pkceRequired?: boolean | null;
  public?: boolean | null;
}

/** What {@link OAuthApplicationsApi.uploadLogo} takes. */
export interface UploadLogoParams {
  oauthApplicationId: string;
  uploaderUserId?: string;
  file: Blob;
}

/** What {@link OAuthApplicationsApi.revokeToken} takes. */
export interface RevokeTokenParams {
  oauthApplicationId: string;
  token: string;
}

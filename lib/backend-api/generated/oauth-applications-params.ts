// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import type { PaginationParams } from '../transport/pagination.js';

/** The parameters of {@link OAuthApplicationsApi.list}. */
export interface OAuthApplicationsListParams extends PaginationParams {
  /** By default `'+created_at'`. */
  orderBy?: string;
  nameQuery?: string;
}

/** The parameters of {@link OAuthApplicationsApi.create}. */
export interface OAuthApplicationsCreateParams {
  name: string;
  redirectUris?: string[] | null;
  /** At most 1024 characters. @deprecated Clerk deprecated this parameter. */
  callbackUrl?: string | null;
  /** At most 1024 characters. By default `'profile email'`. */
  scopes?: string | null;
  /** By default `true`. */
  consentScreenEnabled?: boolean | null;
  /** By default `false`. */
  pkceRequired?: boolean | null;
  public?: boolean | null;
}

/** The parameters of {@link OAuthApplicationsApi.update}. */
export interface OAuthApplicationsUpdateParams {
  oauthApplicationId: string;
  name?: string | null;
  redirectUris?: string[] | null;
  /** At most 1024 characters. @deprecated Clerk deprecated this parameter. */
  callbackUrl?: string | null;
  /** At most 1024 characters. By default `'profile email'`. */
  scopes?: string | null;
  consentScreenEnabled?: boolean | null;
  pkceRequired?: boolean | null;
  public?: boolean | null;
}

/** The parameters of {@link OAuthApplicationsApi.uploadLogo}. */
export interface UploadLogoParams {
  oauthApplicationId: string;
  uploaderUserId?: string;
  file: Blob;
}

/** The parameters of {@link OAuthApplicationsApi.revokeToken}. */
export interface OAuthApplicationsRevokeTokenParams {
  oauthApplicationId: string;
  token: string;
}

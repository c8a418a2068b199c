// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, ifPresent, nullable, withWireNames } from '../../transport/decode.js';
import {
  decodeOrganizationInvitationPublicOrganizationData,
  type OrganizationInvitationPublicOrganizationData,
  type PublicOrganizationDataJSON,
} from './organization-invitation-public-organization-data.js';

/** An organization domain, as the Backend API returns it. */
export interface OrganizationDomain {
  readonly object: 'organization_domain';
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly enrollmentMode: 'manual_invitation' | 'automatic_invitation' | 'automatic_suggestion';
  readonly affiliationEmailAddress: string | null;
  readonly affiliationVerification: OrganizationDomainVerification | null;
  readonly ownershipVerification: OrganizationDomainVerification | null;
  /** @deprecated Clerk deprecated this field. */
  readonly verification: OrganizationDomainVerification | null;
  readonly totalPendingInvitations: number;
  readonly totalPendingSuggestions: number;
  readonly publicOrganizationData?: OrganizationInvitationPublicOrganizationData | null;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** The JSON of {@link OrganizationDomain}, with the names and values that the Backend API sends. */
export interface OrganizationDomainJSON {
  object: 'organization_domain';
  id: string;
  organization_id: string;
  name: string;
  enrollment_mode: 'manual_invitation' | 'automatic_invitation' | 'automatic_suggestion';
  affiliation_email_address: string | null;
  affiliation_verification: OrganizationDomainVerificationJSON | null;
  ownership_verification: OrganizationDomainVerificationJSON | null;
  /** @deprecated Clerk deprecated this field. */
  verification: OrganizationDomainVerificationJSON | null;
  total_pending_invitations: number;
  total_pending_suggestions: number;
  public_organization_data?: PublicOrganizationDataJSON | null;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
}

/** An organization domain verification, as the Backend API returns it. */
export interface OrganizationDomainVerification {
  readonly status: string;
  readonly strategy: string;
  readonly attempts: number | null;
  /** Unix time in milliseconds. */
  readonly expireAt: number | null;
  /** Unix time in milliseconds. */
  readonly verifiedAt: number | null;
}

/** The JSON of {@link OrganizationDomainVerification}, with the names and values that the Backend API sends. */
export interface OrganizationDomainVerificationJSON {
  status: string;
  strategy: string;
  attempts: number | null;
  /** Unix time in milliseconds. */
  expire_at: number | null;
  /** Unix time in milliseconds. */
  verified_at: number | null;
}

/** Decodes the JSON of the Backend API. */
export function decodeOrganizationDomain(json: unknown): OrganizationDomain {
  return withWireNames(decodeObject<OrganizationDomain>(json, ORGANIZATION_DOMAIN_FIELDS), json);
}

/** Decodes the JSON of the Backend API. */
export function decodeOrganizationDomainVerification(json: unknown): OrganizationDomainVerification {
  return withWireNames(
    decodeObject<OrganizationDomainVerification>(json, ORGANIZATION_DOMAIN_VERIFICATION_FIELDS),
    json,
  );
}

const ORGANIZATION_DOMAIN_FIELDS: FieldMap<OrganizationDomain> = {
  object: 'object',
  id: 'id',
  organizationId: 'organization_id',
  name: 'name',
  enrollmentMode: 'enrollment_mode',
  affiliationEmailAddress: 'affiliation_email_address',
  affiliationVerification: ['affiliation_verification', nullable(decodeOrganizationDomainVerification)],
  ownershipVerification: ['ownership_verification', nullable(decodeOrganizationDomainVerification)],
  verification: ['verification', nullable(decodeOrganizationDomainVerification)],
  totalPendingInvitations: 'total_pending_invitations',
  totalPendingSuggestions: 'total_pending_suggestions',
  publicOrganizationData: [
    'public_organization_data',
    ifPresent(decodeOrganizationInvitationPublicOrganizationData),
  ],
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};

const ORGANIZATION_DOMAIN_VERIFICATION_FIELDS: FieldMap<OrganizationDomainVerification> = {
  status: 'status',
  strategy: 'strategy',
  attempts: 'attempts',
  expireAt: 'expire_at',
  verifiedAt: 'verified_at',
};

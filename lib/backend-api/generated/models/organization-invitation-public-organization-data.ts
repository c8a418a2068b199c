// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, withWireNames } from '../../transport/decode.js';

/** An organization invitation public organization data, as the Backend API returns it. */
export interface OrganizationInvitationPublicOrganizationData {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly imageUrl?: string;
  readonly hasImage: boolean;
  readonly image_url: string | undefined;
  readonly has_image: boolean;
}

/** The JSON of {@link OrganizationInvitationPublicOrganizationData}, with the names and values that the Backend API sends. */
export interface PublicOrganizationDataJSON {
  id: string;
  name: string;
  slug: string;
  image_url?: string;
  has_image: boolean;
}

/** Decodes the JSON of the Backend API. */
export function decodeOrganizationInvitationPublicOrganizationData(
  json: unknown,
): OrganizationInvitationPublicOrganizationData {
  return withWireNames(
    decodeObject<OrganizationInvitationPublicOrganizationData>(
      json,
      ORGANIZATION_INVITATION_PUBLIC_ORGANIZATION_DATA_FIELDS,
    ),
    json,
  );
}

const ORGANIZATION_INVITATION_PUBLIC_ORGANIZATION_DATA_FIELDS: FieldMap<OrganizationInvitationPublicOrganizationData> =
  {
    id: 'id',
    name: 'name',
    slug: 'slug',
    imageUrl: 'image_url',
    hasImage: 'has_image',
    image_url: 'image_url',
    has_image: 'has_image',
  };

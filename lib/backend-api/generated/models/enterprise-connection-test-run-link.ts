// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** The URL of a test run. */
export interface EnterpriseConnectionTestRunLink {
  readonly url: string;
}

/** The JSON of {@link EnterpriseConnectionTestRunLink}, with the names and values that the Backend API sends. */
export interface EnterpriseConnectionTestRunLinkJSON {
  url: string;
}

/** Decodes the JSON of the Backend API. */
export function decodeEnterpriseConnectionTestRunLink(json: unknown): EnterpriseConnectionTestRunLink {
  return decodeObject<EnterpriseConnectionTestRunLink>(json, ENTERPRISE_CONNECTION_TEST_RUN_LINK_FIELDS);
}

const ENTERPRISE_CONNECTION_TEST_RUN_LINK_FIELDS: FieldMap<EnterpriseConnectionTestRunLink> = {
  url: 'url',
};

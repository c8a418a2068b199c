// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, ifPresent, listOf } from '../../transport/decode.js';

/** An enterprise connection test run, as the Backend API returns it. */
export interface EnterpriseConnectionTestRun {
  readonly id: string;
  readonly status: 'pending' | 'success' | 'failed';
  readonly connectionType: 'saml' | 'oauth';
  readonly parsedUserInfo?: EnterpriseConnectionTestRunParsedUserInfo | null;
  readonly logs?: EnterpriseConnectionTestRunLog[];
  readonly saml?: EnterpriseConnectionTestRunSaml | null;
  readonly oauth?: EnterpriseConnectionTestRunOauth | null;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
}

/** The JSON of {@link EnterpriseConnectionTestRun}, with the names and values that the Backend API sends. */
export interface EnterpriseConnectionTestRunJSON {
  id: string;
  status: 'pending' | 'success' | 'failed';
  connection_type: 'saml' | 'oauth';
  parsed_user_info?: EnterpriseConnectionTestRunParsedUserInfoJSON | null;
  logs?: EnterpriseConnectionTestRunLogJSON[];
  saml?: EnterpriseConnectionTestRunSamlJSON | null;
  oauth?: EnterpriseConnectionTestRunOauthJSON | null;
  /** Unix time in milliseconds. */
  created_at: number;
}

/** An enterprise connection test run log, as the Backend API returns it. */
export interface EnterpriseConnectionTestRunLog {
  readonly level: string;
  readonly code?: string;
  readonly shortMessage?: string;
  readonly message: string;
}

/** The JSON of {@link EnterpriseConnectionTestRunLog}, with the names and values that the Backend API sends. */
export interface EnterpriseConnectionTestRunLogJSON {
  level: string;
  code?: string;
  short_message?: string;
  message: string;
}

/** An enterprise connection test run OAuth, as the Backend API returns it. */
export interface EnterpriseConnectionTestRunOauth {
  readonly idToken?: string;
  readonly accessToken?: string;
  readonly userInfo?: string;
}

/** The JSON of {@link EnterpriseConnectionTestRunOauth}, with the names and values that the Backend API sends. */
export interface EnterpriseConnectionTestRunOauthJSON {
  id_token?: string;
  access_token?: string;
  user_info?: string;
}

/** An enterprise connection test run parsed user info, as the Backend API returns it. */
export interface EnterpriseConnectionTestRunParsedUserInfo {
  readonly emailAddress?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly userId?: string;
}

/** The JSON of {@link EnterpriseConnectionTestRunParsedUserInfo}, with the names and values that the Backend API sends. */
export interface EnterpriseConnectionTestRunParsedUserInfoJSON {
  email_address?: string;
  first_name?: string;
  last_name?: string;
  user_id?: string;
}

/** An enterprise connection test run SAML, as the Backend API returns it. */
export interface EnterpriseConnectionTestRunSaml {
  readonly samlRequest?: string;
  readonly samlResponse?: string;
  readonly relayState?: string;
}

/** The JSON of {@link EnterpriseConnectionTestRunSaml}, with the names and values that the Backend API sends. */
export interface EnterpriseConnectionTestRunSamlJSON {
  saml_request?: string;
  saml_response?: string;
  relay_state?: string;
}

/** Decodes the JSON of the Backend API. */
export function decodeEnterpriseConnectionTestRun(json: unknown): EnterpriseConnectionTestRun {
  return decodeObject<EnterpriseConnectionTestRun>(json, ENTERPRISE_CONNECTION_TEST_RUN_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeEnterpriseConnectionTestRunLog(json: unknown): EnterpriseConnectionTestRunLog {
  return decodeObject<EnterpriseConnectionTestRunLog>(json, ENTERPRISE_CONNECTION_TEST_RUN_LOG_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeEnterpriseConnectionTestRunOauth(json: unknown): EnterpriseConnectionTestRunOauth {
  return decodeObject<EnterpriseConnectionTestRunOauth>(json, ENTERPRISE_CONNECTION_TEST_RUN_OAUTH_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeEnterpriseConnectionTestRunParsedUserInfo(
  json: unknown,
): EnterpriseConnectionTestRunParsedUserInfo {
  return decodeObject<EnterpriseConnectionTestRunParsedUserInfo>(
    json,
    ENTERPRISE_CONNECTION_TEST_RUN_PARSED_USER_INFO_FIELDS,
  );
}

/** Decodes the JSON of the Backend API. */
export function decodeEnterpriseConnectionTestRunSaml(json: unknown): EnterpriseConnectionTestRunSaml {
  return decodeObject<EnterpriseConnectionTestRunSaml>(json, ENTERPRISE_CONNECTION_TEST_RUN_SAML_FIELDS);
}

const ENTERPRISE_CONNECTION_TEST_RUN_FIELDS: FieldMap<EnterpriseConnectionTestRun> = {
  id: 'id',
  status: 'status',
  connectionType: 'connection_type',
  parsedUserInfo: ['parsed_user_info', ifPresent(decodeEnterpriseConnectionTestRunParsedUserInfo)],
  logs: ['logs', ifPresent(listOf(decodeEnterpriseConnectionTestRunLog))],
  saml: ['saml', ifPresent(decodeEnterpriseConnectionTestRunSaml)],
  oauth: ['oauth', ifPresent(decodeEnterpriseConnectionTestRunOauth)],
  createdAt: 'created_at',
};

const ENTERPRISE_CONNECTION_TEST_RUN_LOG_FIELDS: FieldMap<EnterpriseConnectionTestRunLog> = {
  level: 'level',
  code: 'code',
  shortMessage: 'short_message',
  message: 'message',
};

const ENTERPRISE_CONNECTION_TEST_RUN_OAUTH_FIELDS: FieldMap<EnterpriseConnectionTestRunOauth> = {
  idToken: 'id_token',
  accessToken: 'access_token',
  userInfo: 'user_info',
};

const ENTERPRISE_CONNECTION_TEST_RUN_PARSED_USER_INFO_FIELDS: FieldMap<EnterpriseConnectionTestRunParsedUserInfo> =
  {
    emailAddress: 'email_address',
    firstName: 'first_name',
    lastName: 'last_name',
    userId: 'user_id',
  };

const ENTERPRISE_CONNECTION_TEST_RUN_SAML_FIELDS: FieldMap<EnterpriseConnectionTestRunSaml> = {
  samlRequest: 'saml_request',
  samlResponse: 'saml_response',
  relayState: 'relay_state',
};

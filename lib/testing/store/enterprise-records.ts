import type { LocalRecord } from './collection.js';
import type { Metadata } from './records.js';

/** A connection to the identity provider of a company. A SAML connection is one with SAML settings. */
export interface LocalEnterpriseConnection extends LocalRecord {
  readonly name: string;
  /** Such as `saml_okta` or `oidc_custom`. */
  readonly provider: string;
  readonly domains: readonly string[];
  readonly organizationId: string | null;
  readonly active: boolean;
  readonly syncUserAttributes: boolean;
  readonly disableAdditionalIdentifications: boolean;
  readonly allowOrganizationAccountLinking: boolean;
  readonly customAttributes: readonly Metadata[];
  /** The id of its SAML settings, which the SAML operations use. */
  readonly samlId: string | null;
  /** With the names of the Backend API in camel case. */
  readonly saml: Metadata | null;
  readonly oidc: Metadata | null;
}

/** A test sign-in with an enterprise connection. */
export interface LocalTestRun extends LocalRecord {
  readonly enterpriseConnectionId: string;
  readonly status: 'pending' | 'success' | 'failed';
  readonly connectionType: 'saml' | 'oauth';
}

/** A directory to which an identity provider writes users and groups. */
export interface LocalDirectory extends LocalRecord {
  readonly name: string;
  readonly provider: string;
  readonly enterpriseConnectionId: string;
  readonly enabled: boolean;
  readonly groupRoleMappingEnabled: boolean;
  readonly attributeMapping: Metadata;
  readonly apiKey: string;
}

/** The role that members of a directory's group get. */
export interface LocalGroupRoleMapping extends LocalRecord {
  readonly directoryId: string;
  readonly groupId: string;
  readonly groupDisplayName: string;
  readonly roleId: string;
  readonly precedence: number;
}

/** A link for a customer's IT contact to set up a connection. */
export interface LocalAdminPortalLinkToken extends LocalRecord {
  readonly adminPortalLinkId: string;
  readonly organizationId: string | null;
  readonly itContactId: string | null;
  readonly scopes: readonly string[] | null;
  readonly token: string;
  readonly revoked: boolean;
  readonly revocationReason: string | null;
  readonly expiration: number | null;
}

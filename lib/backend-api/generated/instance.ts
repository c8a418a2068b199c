// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';
import { decodeInstance, type Instance } from './models/instance.js';
import { decodeInstanceCommunication, type InstanceCommunication } from './models/instance-communication.js';
import { decodeInstanceProtect, type InstanceProtect } from './models/instance-protect.js';
import { decodeInstanceRestrictions, type InstanceRestrictions } from './models/instance-restrictions.js';
import {
  decodeOAuthApplicationSettings,
  type OAuthApplicationSettings,
} from './models/oauth-application-settings.js';
import { decodeOrganizationSettings, type OrganizationSettings } from './models/organization-settings.js';
import type {
  ChangeDomainParams,
  GetPublicInterstitialParams,
  InstanceUpdateParams,
  UpdateCommunicationParams,
  UpdateOAuthApplicationSettingsParams,
  UpdateOrganizationSettingsParams,
  UpdateProtectParams,
  UpdateRestrictionsParams,
} from './instance-params.js';

/**
 * The settings of the instance. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class InstanceAPI extends BackendApiResource {
  /**
   * Returns the instance: `GET /instance`.
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/instance-settings/GET/instance
   */
  async get(requestOptions?: BackendApiRequestOptions): Promise<Instance> {
    return this.transport.request(
      { operation: 'GetInstance', method: 'GET', path: apiPath`/instance`, decode: decodeInstance },
      requestOptions,
    );
  }

  /**
   * Updates the settings of the instance: `PATCH /instance`.
   *
   * @param params - `testMode`, `hibp`, `supportEmail`, `clerkJsVersion`, `developmentOrigin`, …
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/instance-settings/PATCH/instance
   */
  async update(params: InstanceUpdateParams, requestOptions?: BackendApiRequestOptions): Promise<void> {
    return this.transport.request(
      { operation: 'UpdateInstance', method: 'PATCH', path: apiPath`/instance`, body: params },
      requestOptions,
    );
  }

  /**
   * Updates the sign-up restrictions of the instance: `PATCH /instance/restrictions`.
   *
   * @param params - `allowlist`, `blocklist`, `allowlistBlocklistDisabledOnSignIn`, `blockEmailSubaddresses`, `blockDisposableEmailDomains`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/instance-settings/PATCH/instance/restrictions
   */
  async updateRestrictions(
    params: UpdateRestrictionsParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<InstanceRestrictions> {
    return this.transport.request(
      {
        operation: 'UpdateInstanceRestrictions',
        method: 'PATCH',
        path: apiPath`/instance/restrictions`,
        body: params,
        decode: decodeInstanceRestrictions,
      },
      requestOptions,
    );
  }

  /**
   * Returns the settings of Clerk Protect: `GET /instance/protect`.
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/instance-settings/GET/instance/protect
   */
  async getProtect(requestOptions?: BackendApiRequestOptions): Promise<InstanceProtect> {
    return this.transport.request(
      {
        operation: 'GetInstanceProtect',
        method: 'GET',
        path: apiPath`/instance/protect`,
        decode: decodeInstanceProtect,
      },
      requestOptions,
    );
  }

  /**
   * Updates the settings of Clerk Protect: `PATCH /instance/protect`.
   *
   * @param params - `rulesEnabled`, `specterEnabled`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/instance-settings/PATCH/instance/protect
   */
  async updateProtect(
    params: UpdateProtectParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<InstanceProtect> {
    return this.transport.request(
      {
        operation: 'UpdateInstanceProtect',
        method: 'PATCH',
        path: apiPath`/instance/protect`,
        body: params,
        decode: decodeInstanceProtect,
      },
      requestOptions,
    );
  }

  /**
   * Returns the countries to which Clerk sends no text messages: `GET /instance/communication`.
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/instance-settings/GET/instance/communication
   */
  async getCommunication(requestOptions?: BackendApiRequestOptions): Promise<InstanceCommunication> {
    return this.transport.request(
      {
        operation: 'GetInstanceCommunication',
        method: 'GET',
        path: apiPath`/instance/communication`,
        decode: decodeInstanceCommunication,
      },
      requestOptions,
    );
  }

  /**
   * Updates the countries to which Clerk sends no text messages: `PATCH /instance/communication`.
   *
   * @param params - `blockedCountryCodes`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/instance-settings/PATCH/instance/communication
   */
  async updateCommunication(
    params: UpdateCommunicationParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<InstanceCommunication> {
    return this.transport.request(
      {
        operation: 'UpdateInstanceCommunication',
        method: 'PATCH',
        path: apiPath`/instance/communication`,
        body: params,
        decode: decodeInstanceCommunication,
      },
      requestOptions,
    );
  }

  /**
   * Returns the settings for OAuth applications: `GET /instance/oauth_application_settings`.
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/instance-settings/GET/instance/oauth_application_settings
   */
  async getOAuthApplicationSettings(
    requestOptions?: BackendApiRequestOptions,
  ): Promise<OAuthApplicationSettings> {
    return this.transport.request(
      {
        operation: 'GetInstanceOAuthApplicationSettings',
        method: 'GET',
        path: apiPath`/instance/oauth_application_settings`,
        decode: decodeOAuthApplicationSettings,
      },
      requestOptions,
    );
  }

  /**
   * Updates the settings for OAuth applications: `PATCH /instance/oauth_application_settings`.
   *
   * @param params - `dynamicOauthClientRegistration`, `defaultScopes`, `oauthJwtAccessTokens`, `clientIdMetadataDocumentsAdvertised`, `clientIdMetadataDocumentsOnlyAllowPreRegisteredClients`, …
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/instance-settings/PATCH/instance/oauth_application_settings
   */
  async updateOAuthApplicationSettings(
    params: UpdateOAuthApplicationSettingsParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<OAuthApplicationSettings> {
    return this.transport.request(
      {
        operation: 'UpdateInstanceOAuthApplicationSettings',
        method: 'PATCH',
        path: apiPath`/instance/oauth_application_settings`,
        body: params,
        decode: decodeOAuthApplicationSettings,
      },
      requestOptions,
    );
  }

  /**
   * Returns the settings for organizations: `GET /instance/organization_settings`.
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/instance-settings/GET/instance/organization_settings
   */
  async getOrganizationSettings(requestOptions?: BackendApiRequestOptions): Promise<OrganizationSettings> {
    return this.transport.request(
      {
        operation: 'GetInstanceOrganizationSettings',
        method: 'GET',
        path: apiPath`/instance/organization_settings`,
        decode: decodeOrganizationSettings,
      },
      requestOptions,
    );
  }

  /**
   * Updates the settings for organizations: `PATCH /instance/organization_settings`.
   *
   * @param params - `enabled`, `maxAllowedMemberships`, `adminDeleteEnabled`, `domainsEnabled`, `slugDisabled`, …
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/instance-settings/PATCH/instance/organization_settings
   */
  async updateOrganizationSettings(
    params: UpdateOrganizationSettingsParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<OrganizationSettings> {
    return this.transport.request(
      {
        operation: 'UpdateInstanceOrganizationSettings',
        method: 'PATCH',
        path: apiPath`/instance/organization_settings`,
        body: params,
        decode: decodeOrganizationSettings,
      },
      requestOptions,
    );
  }

  /**
   * Updates the domain of a production instance; this signs out all users: `POST /instance/change_domain`.
   *
   * @param params - `homeUrl`, `isSecondary`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/beta-features/POST/instance/change_domain
   */
  async changeDomain(params: ChangeDomainParams, requestOptions?: BackendApiRequestOptions): Promise<void> {
    return this.transport.request(
      {
        operation: 'ChangeProductionInstanceDomain',
        method: 'POST',
        path: apiPath`/instance/change_domain`,
        body: params,
      },
      requestOptions,
    );
  }

  /**
   * Returns the page that refreshes a session in the browser: `GET /public/interstitial`.
   *
   * @param params - `frontendApi`, `publishableKey`, `proxyUrl`, `domain`, `signInUrl`, … (all optional)
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/miscellaneous/GET/public/interstitial
   */
  async getPublicInterstitial(
    params: GetPublicInterstitialParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<string> {
    return this.transport.request<string>(
      {
        operation: 'GetPublicInterstitial',
        method: 'GET',
        path: apiPath`/public/interstitial`,
        auth: 'none',
        query: params,
        expects: 'text',
      },
      requestOptions,
    );
  }
}

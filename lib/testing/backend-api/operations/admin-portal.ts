import { newId } from '../../random.js';
import type { LocalAdminPortalLinkToken } from '../../store/enterprise-records.js';
import type { LocalInstance } from '../../local-instance.js';
import type { BackendApiHandlers } from '../handlers.js';

const DEFAULT_LIFETIME_SECONDS = 3600;

export const ADMIN_PORTAL: BackendApiHandlers = {
  createAdminPortalLinkToken: ({ body }, instance) => {
    const { store } = instance;
    if (body.organizationId != null) store.organizations.get(body.organizationId);
    const lifetime = body.secondsUntilExpiration ?? DEFAULT_LIFETIME_SECONDS;
    const token = store.records.adminPortalLinkTokens.add({
      adminPortalLinkId: newId('apl'),
      organizationId: body.organizationId ?? null,
      itContactId: body.itContactId ?? null,
      scopes: body.scopes ?? null,
      token: newId('aplt'),
      revoked: false,
      revocationReason: null,
      expiration: store.now() + lifetime * 1000,
    });
    return tokenView(token, instance);
  },

  revokeAdminPortalLinkToken: ({ path, body }, instance) => {
    const { adminPortalLinkTokens } = instance.store.records;
    const { id } = adminPortalLinkTokens.get(path.adminPortalLinkTokenID);
    const revocationReason = body.revocationReason ?? null;
    return tokenView(adminPortalLinkTokens.update(id, { revoked: true, revocationReason }), instance);
  },
};

function tokenView(token: LocalAdminPortalLinkToken, { instanceId, store }: LocalInstance): object {
  return { ...token, instanceId, expired: token.expiration !== null && token.expiration <= store.now() };
}

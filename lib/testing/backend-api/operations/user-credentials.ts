import { apiError, parameterError, parametersInvalid, resourceNotFound } from '../../api-errors.js';
import type { LocalStore } from '../../store/local-store.js';
import type { LocalIdentifier, LocalUser } from '../../store/records.js';
import { verifyTotp } from '../../store/totp.js';
import type { BackendApiHandlers } from '../handlers.js';
import { pageOf } from '../lists.js';
import { Page } from '../shaping.js';
import { userView } from '../views/user.js';

const TOTP_LENGTH = 6;

export const USER_CREDENTIALS: BackendApiHandlers = {
  VerifyPassword: ({ path, body }, { store }) => {
    if (!store.users.get(path.userId).passwordEnabled) {
      const longMessage = 'This user does not have a password set for their account';
      throw apiError(400, 'no_password_set', 'no password set', longMessage);
    }
    if (!store.users.verifyPassword(path.userId, body.password)) {
      const longMessage = 'The provided password is not the one the user has set';
      throw apiError(422, 'incorrect_password', 'incorrect password', longMessage);
    }
    return { verified: true };
  },

  RemoveUserPassword: ({ path, body }, { store }) => {
    const user = store.users.get(path.userId);
    if (!user.passwordEnabled) return userView(user, store.now());
    const updated = change(user.id, store, {
      passwordEnabled: false,
      passwordDigest: null,
      passwordHasher: null,
      passwordCompromised: false,
      passwordLastUpdatedAt: null,
    });
    if (body.signOutOfOtherSessions === true) store.sessions.revokeAll(user.id);
    return userView(updated, store.now());
  },

  SetUserPasswordCompromised: ({ path, body }, { store }) => {
    const user = change(path.userId, store, { passwordCompromised: true });
    if (body.revokeAllSessions === true) store.sessions.revokeAll(user.id);
    return userView(user, store.now());
  },

  UnsetUserPasswordCompromised: ({ path }, { store }) =>
    userView(change(path.userId, store, { passwordCompromised: false }), store.now()),

  VerifyTOTP: ({ path, body }, { store }) => {
    const user = store.users.get(path.userId);
    const { code } = body;
    if (user.backupCodes.includes(code)) {
      // A backup code works once.
      change(user.id, store, { backupCodes: user.backupCodes.filter(unused => unused !== code) });
      return { verified: true, codeType: 'backup_code' };
    }
    if (user.totpSecret === null) {
      const longMessage = 'This user does not have TOTP enabled in their account';
      throw apiError(400, 'totp_disabled', 'TOTP is disabled', longMessage);
    }
    if (code.length !== TOTP_LENGTH) {
      const problem = `must be ${TOTP_LENGTH} characters long`;
      throw parametersInvalid(parameterError('totp_invalid_length', 'code', problem));
    }
    if (!verifyTotp(code, user.totpSecret, store.now())) {
      throw apiError(422, 'totp_incorrect_code', 'incorrect TOTP', 'The provided TOTP code is incorrect');
    }
    return { verified: true, codeType: 'totp' };
  },

  DisableMFA: ({ path }, { store }) => {
    const user = store.users.get(path.userId);
    change(user.id, store, {
      totpSecret: null,
      backupCodes: [],
      mfaDisabledAt: store.now(),
      phoneNumbers: user.phoneNumbers.map(phone => ({
        ...phone,
        reservedForSecondFactor: false,
        defaultSecondFactor: false,
      })),
    });
    return { userId: user.id };
  },

  DeleteTOTP: ({ path }, { store }) => {
    const user = store.users.get(path.userId);
    if (user.totpSecret === null) throw resourceNotFound('TOTP', 'user_id', user.id);
    change(user.id, store, { totpSecret: null, mfaDisabledAt: store.now() });
    return { userId: user.id };
  },

  DeleteBackupCode: ({ path }, { store }) => {
    const user = store.users.get(path.userId);
    if (user.backupCodes.length === 0) throw resourceNotFound('backup code', 'user_id', user.id);
    change(user.id, store, { backupCodes: [] });
    return { userId: user.id };
  },

  UserPasskeyDelete: ({ path }, { store }) => {
    const user = store.users.get(path.userId);
    const passkeys = without(user.passkeys, path.passkeyIdentificationId, 'passkey');
    change(user.id, store, { passkeys });
    return { object: 'passkey', id: path.passkeyIdentificationId, deleted: true };
  },

  UserWeb3WalletDelete: ({ path }, { store }) => {
    const user = store.users.get(path.userId);
    const web3Wallets = without(user.web3Wallets, path.web3WalletIdentificationId, 'web3 wallet');
    const primaryWeb3WalletId = web3Wallets[0]?.id ?? null;
    change(user.id, store, { web3Wallets, primaryWeb3WalletId });
    return { object: 'web3_wallet', id: path.web3WalletIdentificationId, deleted: true };
  },

  DeleteExternalAccount: ({ path }, { store }) => {
    const user = store.users.get(path.userId);
    const externalAccounts = without(user.externalAccounts, path.externalAccountId, 'external account');
    change(user.id, store, { externalAccounts });
    return { object: 'external_account', id: path.externalAccountId, deleted: true };
  },

  GetOAuthAccessToken: ({ path, query }, { store }) => {
    const user = store.users.get(path.userId);
    const provider = path.provider.replace(/^oauth_/, '');
    const tokens = user.externalAccounts
      .filter(account => account.provider === `oauth_${provider}` && account.accessToken !== null)
      .map(account => ({
        externalAccountId: account.id,
        providerUserId: account.providerUserId,
        token: account.accessToken,
        expiresAt: account.accessTokenExpiresAt,
        provider: account.provider,
        publicMetadata: account.publicMetadata,
        label: account.label,
        scopes: account.approvedScopes.split(' ').filter(scope => scope !== ''),
      }));
    return pageOf(tokens, query);
  },

  ListUserTrustedDevices: ({ path }, { store }) => {
    store.users.get(path.userId);
    const devices = store.records.trustedDevices.by('users', path.userId);
    const active = devices.filter(({ status }) => status === 'active');
    return new Page(active, active.length);
  },

  RevokeUserTrustedDevice: ({ path }, { store }) => {
    store.users.get(path.userId);
    const { trustedDevices } = store.records;
    const device = trustedDevices.find(path.trustedDeviceId);
    if (device?.userId !== path.userId || device.status === 'revoked') {
      throw resourceNotFound('trusted device', 'id', path.trustedDeviceId);
    }
    return trustedDevices.update(device.id, { status: 'revoked', revokedAt: store.now() });
  },
};

function change(userId: string, { users }: LocalStore, changes: Partial<LocalUser>): LocalUser {
  return users.records.update(userId, changes);
}

function without<T extends LocalIdentifier>(identifiers: readonly T[], id: string, kind: string): T[] {
  const others = identifiers.filter(identifier => identifier.id !== id);
  if (others.length === identifiers.length) throw resourceNotFound(kind, 'id', id);
  return others;
}

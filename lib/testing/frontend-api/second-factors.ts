import { randomBytes } from 'node:crypto';

import { apiError, resourceNotFound } from '../api-errors.js';
import { newId, randomLettersAndDigits } from '../random.js';
import type { LocalUser } from '../store/records.js';
import { encodeBase32, verifyTotp } from '../store/totp.js';
import { wrapped } from './answers.js';
import { requireCaller, requireReverifiedCaller } from './caller.js';
import { codeIncorrect } from './errors.js';
import { secondFactorsOf } from './factors.js';
import type { FrontendApiHandlers } from './handlers.js';
import { requiredText } from './parameters.js';
import { identifierOf } from './public-user-data.js';

const BACKUP_CODES = 10;
const BACKUP_CODE_LENGTH = 8;
const TOTP_SECRET_BYTES = 20;
/** What an authenticator app shows beside the code. */
const ISSUER = 'Local Clerk';

/** The authenticator app and the backup codes of the signed-in user. */
export const SECOND_FACTORS: FrontendApiHandlers = {
  /** Makes a secret, which counts from the first code that the user types in. */
  postTOTP: (call, instance) => {
    const { store } = instance;
    const { browser, user } = requireReverifiedCaller(call, instance);
    if (user.totpSecret !== null) {
      const longMessage = 'The user has an authenticator app already.';
      throw apiError(400, 'totp_already_enabled', 'TOTP already enabled', longMessage);
    }
    const { pendingTotps } = store.attempts;
    for (const { id } of pendingTotps.by('users', user.id)) pendingTotps.delete(id);
    const secret = encodeBase32(randomBytes(TOTP_SECRET_BYTES));
    const pending = pendingTotps.add({ userId: user.id, secret });
    const response = {
      object: 'totp',
      id: pending.id,
      secret,
      uri: totpUri(user, secret),
      verified: false,
      created_at: pending.createdAt,
      updated_at: pending.updatedAt,
    };
    return wrapped(response, browser, call, instance);
  },

  verifyTOTP: (call, instance) => {
    const { store } = instance;
    const { browser, user } = requireCaller(call, instance);
    const { pendingTotps } = store.attempts;
    const pending = pendingTotps.findBy('users', user.id);
    if (!pending) throw resourceNotFound('TOTP', 'user_id', user.id);
    if (!verifyTotp(requiredText(call.body, 'code'), pending.secret, store.now())) throw codeIncorrect();
    pendingTotps.delete(pending.id);
    const backupCodes = firstBackupCodes(user);
    store.users.update(user.id, { totpSecret: pending.secret, backupCodes });
    const response = {
      object: 'totp',
      id: pending.id,
      secret: null,
      uri: null,
      verified: true,
      backup_codes: backupCodes ?? null,
      created_at: pending.createdAt,
      updated_at: store.now(),
    };
    return wrapped(response, browser, call, instance);
  },

  deleteTOTP: (call, instance) => {
    const { store } = instance;
    const { browser, user } = requireReverifiedCaller(call, instance);
    if (user.totpSecret === null) throw resourceNotFound('TOTP', 'user_id', user.id);
    store.users.records.update(user.id, {
      totpSecret: null,
      ...mfaChanges(user, { ...user, totpSecret: null }, store.now()),
    });
    return wrapped({ object: 'totp', id: newId('totp'), deleted: true }, browser, call, instance);
  },

  /** Puts new backup codes in place of the present ones. */
  createBackupCodes: (call, instance) => {
    const { store } = instance;
    const { browser, user } = requireReverifiedCaller(call, instance);
    if (secondFactorsOf(user).length === 0) {
      const longMessage = 'Backup codes need another second factor. Set one up first.';
      throw apiError(400, 'backup_codes_not_available', 'backup codes not available', longMessage);
    }
    const codes = newBackupCodes();
    store.users.update(user.id, { backupCodes: codes });
    const now = store.now();
    const response = { object: 'backup_code', id: newId('bc'), codes, created_at: now, updated_at: now };
    return wrapped(response, browser, call, instance);
  },
};

/** The backup codes that come with the first second factor; `undefined` for a user who has a second factor. */
export function firstBackupCodes(user: LocalUser): string[] | undefined {
  return secondFactorsOf(user).length === 0 && user.backupCodes.length === 0 ? newBackupCodes() : undefined;
}

/** What else changes of a user when second factors are set up or removed. Backup codes end with the last of them. */
export function mfaChanges(
  before: LocalUser,
  after: LocalUser,
  now: number,
): Pick<Partial<LocalUser>, 'mfaEnabledAt' | 'mfaDisabledAt' | 'backupCodes'> {
  const had = secondFactorsOf(before).length > 0;
  const has = secondFactorsOf(after).length > 0;
  if (had === has) return {};
  return has ? { mfaEnabledAt: now } : { mfaDisabledAt: now, backupCodes: [] };
}

function newBackupCodes(): string[] {
  return Array.from({ length: BACKUP_CODES }, () => randomLettersAndDigits(BACKUP_CODE_LENGTH).toLowerCase());
}

/** What authenticator apps read from a QR code. @see https://github.com/google/google-authenticator/wiki/Key-Uri-Format */
function totpUri(user: LocalUser, secret: string): string {
  const label = `${encodeURIComponent(ISSUER)}:${encodeURIComponent(identifierOf(user))}`;
  const parameters = `algorithm=SHA1&digits=6&issuer=${encodeURIComponent(ISSUER)}&period=30&secret=${secret}`;
  return `otpauth://totp/${label}?${parameters}`;
}

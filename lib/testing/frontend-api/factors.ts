import type { LocalInstance } from '../local-instance.js';
import type { AttemptVerification } from '../store/attempts.js';
import type { LocalMessagePurpose } from '../store/inbox.js';
import type { LocalUser } from '../store/records.js';
import { verifyTotp } from '../store/totp.js';
import { codeIncorrect, passwordIncorrect, strategyForUserInvalid } from './errors.js';
import { isVerified } from './identifiers.js';
import { requiredText, text } from './parameters.js';
import { attemptCode, sendCode } from './verification-codes.js';

type Body = Readonly<Record<string, unknown>>;

/** A verification method of a user, in the form of the Frontend API. */
export interface Factor {
  readonly strategy: string;
  readonly email_address_id?: string;
  readonly phone_number_id?: string;
  readonly safe_identifier?: string;
  readonly primary?: boolean;
  readonly default?: boolean;
}

const RESET_PASSWORD = 'reset_password_';

/** The first factors of a user. For a sign-in they include the reset of a forgotten password. */
export function firstFactorsOf(user: LocalUser, { canReset }: { canReset: boolean }): Factor[] {
  const password = user.passwordEnabled ? [{ strategy: 'password' }] : [];
  const codes: Factor[] = [
    ...user.emailAddresses.filter(isVerified).map(({ id, emailAddress }) => ({
      strategy: 'email_code',
      email_address_id: id,
      safe_identifier: emailAddress,
      primary: id === user.primaryEmailAddressId,
    })),
    ...user.phoneNumbers
      .filter(phone => isVerified(phone) && !phone.reservedForSecondFactor)
      .map(({ id, phoneNumber }) => ({
        strategy: 'phone_code',
        phone_number_id: id,
        safe_identifier: phoneNumber,
        primary: id === user.primaryPhoneNumberId,
      })),
  ];
  const resets =
    canReset && user.passwordEnabled
      ? codes.map(factor => ({ ...factor, strategy: `${RESET_PASSWORD}${factor.strategy}` }))
      : [];
  return [...password, ...codes, ...resets];
}

/** The second factors of a user; empty for a user without one. */
export function secondFactorsOf(user: LocalUser): Factor[] {
  const phones = user.phoneNumbers
    .filter(phone => isVerified(phone) && phone.reservedForSecondFactor)
    .map(({ id, phoneNumber, defaultSecondFactor }) => ({
      strategy: 'phone_code',
      phone_number_id: id,
      safe_identifier: phoneNumber,
      default: defaultSecondFactor,
    }));
  const factors = [...(user.totpSecret === null ? [] : [{ strategy: 'totp' }]), ...phones];
  // Backup codes replace another second factor, and do not count alone.
  return factors.length > 0 && user.backupCodes.length > 0
    ? [...factors, { strategy: 'backup_code' }]
    : factors;
}

/** Whether a factor signs a user in only to set a new password. */
export function isPasswordReset({ strategy }: { strategy: string }): boolean {
  return strategy.startsWith(RESET_PASSWORD);
}

/**
 * Sends the code of a factor that has one.
 *
 * @throws {@link ClerkAPIResponseError} 422 without a strategy, 400 for one that the user does not have
 */
export function prepareFactor(
  instance: LocalInstance,
  factors: readonly Factor[],
  body: Body,
  purpose: LocalMessagePurpose,
): AttemptVerification {
  const factor = chosenFactor(factors, body);
  if (factor.safe_identifier === undefined) throw strategyForUserInvalid();
  return sendCode(instance, {
    strategy: factor.strategy,
    identifier: factor.safe_identifier,
    purpose: isPasswordReset(factor) ? 'reset_password' : purpose,
  });
}

/**
 * Checks the value that a user entered for a factor.
 *
 * @returns the verification after the attempt, which must be saved before it is evaluated
 * @throws {@link ClerkAPIResponseError} 422 for a wrong password or a missing parameter, 400 for a factor that the user
 *   does not have
 */
export function attemptFactor(
  instance: LocalInstance,
  user: LocalUser,
  factors: readonly Factor[],
  current: AttemptVerification | null,
  body: Body,
): AttemptVerification {
  const strategy = text(body, 'strategy') ?? current?.strategy ?? factors[0]?.strategy ?? '';
  if (!factors.some(factor => factor.strategy === strategy)) throw strategyForUserInvalid();
  switch (strategy) {
    case 'password':
      return attemptPassword(instance, user, requiredText(body, 'password'));
    case 'totp':
      return attemptTotp(instance, user, requiredText(body, 'code'));
    case 'backup_code':
      return attemptBackupCode(instance, user, requiredText(body, 'code'));
    default: {
      const code = requiredText(body, 'code');
      return attemptCode(instance, current?.strategy === strategy ? current : null, code);
    }
  }
}

/** A completed verification that required no message. */
export function verified(strategy: string): AttemptVerification {
  return { strategy, status: 'verified', attempts: 1, expireAt: null, code: null, identifier: null };
}

function attemptPassword({ store }: LocalInstance, user: LocalUser, password: string): AttemptVerification {
  if (!store.users.verifyPassword(user.id, password)) throw passwordIncorrect();
  return verified('password');
}

function attemptTotp({ store }: LocalInstance, { totpSecret }: LocalUser, code: string): AttemptVerification {
  if (totpSecret === null || !verifyTotp(code, totpSecret, store.now())) throw codeIncorrect();
  return verified('totp');
}

/** A backup code works once. */
function attemptBackupCode(
  { store }: LocalInstance,
  { id, backupCodes }: LocalUser,
  code: string,
): AttemptVerification {
  if (!backupCodes.includes(code)) throw codeIncorrect();
  store.users.update(id, { backupCodes: backupCodes.filter(other => other !== code) });
  return verified('backup_code');
}

function chosenFactor(factors: readonly Factor[], body: Body): Factor {
  const strategy = requiredText(body, 'strategy');
  const id = text(body, 'email_address_id') ?? text(body, 'phone_number_id');
  const candidates = factors.filter(factor => factor.strategy === strategy);
  const chosen =
    id === undefined
      ? (candidates.find(factor => factor.primary === true || factor.default === true) ?? candidates[0])
      : candidates.find(factor => (factor.email_address_id ?? factor.phone_number_id) === id);
  if (!chosen) throw strategyForUserInvalid();
  return chosen;
}

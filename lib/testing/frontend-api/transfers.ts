import type { LocalInstance } from '../local-instance.js';
import type { AttemptVerification, ProviderAccount } from '../store/attempts.js';
import type { LocalBrowser } from '../store/browsers.js';
import type { LocalUser } from '../store/records.js';
import { clientStateInvalid } from './errors.js';
import { userOfAccount } from './external-accounts.js';

/** An account of an OAuth provider that goes over from a sign-in to a sign-up, or the other way round. */
export interface TransferableAccount {
  readonly verification: AttemptVerification;
  readonly account: ProviderAccount;
}

/**
 * The account of the browser's sign-in that is the account of no user.
 *
 * @throws {@link ClerkAPIResponseError} 400 without one
 */
export function accountForSignUp({ attempt }: LocalBrowser, { store }: LocalInstance): TransferableAccount {
  const signIn = attempt?.kind === 'sign_in' ? store.attempts.signIns.find(attempt.id) : undefined;
  return transferable(signIn?.firstFactor);
}

/**
 * The user whose account the browser tried to sign up with.
 *
 * @throws {@link ClerkAPIResponseError} 400 without one
 */
export function accountForSignIn(
  { attempt }: LocalBrowser,
  instance: LocalInstance,
): { user: LocalUser; strategy: string } {
  const { signUpAttempts } = instance.store.attempts;
  const signUp = attempt?.kind === 'sign_up' ? signUpAttempts.find(attempt.id) : undefined;
  const { verification, account } = transferable(signUp?.externalVerification);
  const user = userOfAccount(verification.strategy, account, instance);
  if (!user) throw nothingToTransfer();
  return { user, strategy: verification.strategy };
}

function transferable(verification: AttemptVerification | null | undefined): TransferableAccount {
  const account = verification?.external?.account;
  if (verification?.status !== 'transferable' || !account) throw nothingToTransfer();
  return { verification, account };
}

function nothingToTransfer(): Error {
  return clientStateInvalid('There is no account to transfer.');
}

import type {
  LocalEmailAddress,
  LocalExternalAccount,
  LocalIdentifier,
  LocalPhoneNumber,
  LocalUser,
  LocalWeb3Wallet,
} from '../../store/records.js';

const LOCKOUT_ATTEMPTS = 100;

/** The Backend API's JSON of a user. @see https://clerk.com/docs/reference/backend-api/model/user */
export function userView(user: LocalUser, now: number): object {
  const hasSecondFactorPhone = user.phoneNumbers.some(phone => phone.reservedForSecondFactor);
  return {
    ...user,
    imageUrl: imageUrl(user),
    hasImage: user.profileImageUrl !== null,
    emailAddresses: user.emailAddresses.map(emailAddressView),
    phoneNumbers: user.phoneNumbers.map(phoneNumberView),
    web3Wallets: user.web3Wallets.map(web3WalletView),
    passkeys: user.passkeys.map(passkey => ({
      ...passkey,
      verification: verificationView(passkey, 'passkey'),
    })),
    externalAccounts: user.externalAccounts.map(externalAccountView),
    totpEnabled: user.totpSecret !== null,
    backupCodeEnabled: user.backupCodes.length > 0,
    twoFactorEnabled: user.totpSecret !== null || hasSecondFactorPhone,
    deprovisioned: false,
    lockoutExpiresInSeconds:
      user.lockoutExpiresAt === null ? null : Math.max(0, Math.ceil((user.lockoutExpiresAt - now) / 1000)),
    verificationAttemptsRemaining: user.locked ? 0 : LOCKOUT_ATTEMPTS,
  };
}

export function emailAddressView(email: LocalEmailAddress): object {
  return {
    ...email,
    verification: verificationView(email, 'otp'),
    linkedTo: [],
    matchesSsoConnection: false,
  };
}

/** The response of a single phone number; as part of a user it has an empty list of backup codes too. */
export function phoneNumberView(phone: LocalPhoneNumber): object {
  return { ...phone, verification: verificationView(phone, 'otp'), linkedTo: [], backupCodes: null };
}

function web3WalletView(wallet: LocalWeb3Wallet): object {
  return { ...wallet, verification: verificationView(wallet, 'web3') };
}

function externalAccountView(account: LocalExternalAccount): object {
  return {
    ...account,
    object: account.provider === 'oauth_google' ? 'google_account' : 'external_account',
    identificationId: account.id,
    imageUrl: null,
    emailAddressVerified: true,
    phoneNumber: null,
    verification: verificationView(account, 'oauth'),
  };
}

/** @param kind - the suffix of `object`, unless the verification has a name of its own */
function verificationView({ verification }: LocalIdentifier, kind: string): object | null {
  if (verification === null) return null;
  const { strategy } = verification;
  const isNamed = ['admin', 'ticket', 'saml', 'email_link', 'google_one_tap'].includes(strategy);
  return {
    ...verification,
    object: `verification_${isNamed ? strategy : strategy.startsWith('from_oauth') ? 'from_oauth' : kind}`,
    externalVerificationRedirectUrl: kind === 'oauth' ? '' : undefined,
    expireAt: kind === 'oauth' ? (verification.expireAt ?? 0) : verification.expireAt,
  };
}

/** The URL of a user's picture; without an upload, of the picture with the initials that Clerk draws. */
export function imageUrl({ id, firstName, lastName, profileImageUrl }: LocalUser): string {
  if (profileImageUrl !== null) return profileImageUrl;
  const initials = `${firstName?.charAt(0) ?? ''}${lastName?.charAt(0) ?? ''}`;
  return imageOf({ type: 'default', rid: id, initials });
}

/** The URL of an image that Clerk would serve. */
export function imageOf(description: object): string {
  return `https://img.clerk.com/${Buffer.from(JSON.stringify(description)).toString('base64url')}`;
}

import { imageUrl } from '../backend-api/views/user.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalSignIn } from '../store/attempts.js';
import type { LocalUser } from '../store/records.js';
import { firstFactorsOf, secondFactorsOf } from './factors.js';
import { verificationJson } from './verification-codes.js';

/** The Frontend API's JSON of a sign-in. */
export function signInJson(signIn: LocalSignIn, { store }: LocalInstance): Record<string, unknown> {
  const user = signIn.userId === null ? undefined : store.users.get(signIn.userId);
  const secondFactors = user ? secondFactorsOf(user) : [];
  const now = store.now();
  return {
    object: 'sign_in_attempt',
    id: signIn.id,
    status: signIn.status,
    supported_identifiers: ['email_address', 'phone_number', 'username'],
    supported_first_factors: user ? firstFactorsOf(user, { canReset: true }) : null,
    supported_second_factors: secondFactors.length > 0 ? secondFactors : null,
    first_factor_verification: verificationJson(signIn.firstFactor, now),
    second_factor_verification: verificationJson(signIn.secondFactor, now),
    identifier: signIn.identifier,
    user_data: user ? userData(user) : null,
    created_session_id: signIn.createdSessionId,
    abandon_at: signIn.abandonAt,
  };
}

function userData(user: LocalUser): Record<string, unknown> {
  return {
    first_name: user.firstName,
    last_name: user.lastName,
    image_url: imageUrl(user),
    has_image: false,
  };
}

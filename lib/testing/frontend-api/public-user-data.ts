import { imageUrl } from '../backend-api/views/user.js';
import type { LocalUser } from '../store/records.js';

/** A user as other users may see them. */
export function publicUserDataJson(user: LocalUser): Record<string, unknown> {
  return {
    user_id: user.id,
    first_name: user.firstName,
    last_name: user.lastName,
    image_url: imageUrl(user),
    has_image: user.profileImageUrl !== null,
    identifier: identifierOf(user),
    username: user.username,
    banned: user.banned,
    deprovisioned: false,
  };
}

/** What a user is best known by. */
export function identifierOf(user: LocalUser): string {
  const primaryEmailAddress =
    user.emailAddresses.find(({ id }) => id === user.primaryEmailAddressId) ?? user.emailAddresses[0];
  const primaryPhoneNumber =
    user.phoneNumbers.find(({ id }) => id === user.primaryPhoneNumberId) ?? user.phoneNumbers[0];
  return primaryEmailAddress?.emailAddress ?? user.username ?? primaryPhoneNumber?.phoneNumber ?? user.id;
}

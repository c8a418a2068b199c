/*
 * Metadata is the application's own: declare its shape once and everything that carries it has it.
 *
 * They extend `Record` instead of declaring an index signature because `@clerk/backend` declares these same global
 * interfaces with one: two index signatures in one interface are an error (TS2374) for whoever has both packages.
 */
declare global {
  /**
   * What an application keeps in a user's public metadata: readable in the browser, writable from the backend only.
   *
   * @example
   * ```ts
   * declare global {
   *   interface UserPublicMetadata {
   *     plan?: 'free' | 'pro';
   *   }
   * }
   * ```
   *
   * @see https://clerk.com/docs/guides/users/extending
   */
  interface UserPublicMetadata extends Record<string, unknown> {}

  /**
   * What an application keeps in a user's private metadata: readable and writable from the backend only.
   *
   * @see https://clerk.com/docs/guides/users/extending
   */
  interface UserPrivateMetadata extends Record<string, unknown> {}

  /**
   * What an application keeps in a user's unsafe metadata: the user can write it from the browser.
   *
   * @see https://clerk.com/docs/guides/users/extending
   */
  interface UserUnsafeMetadata extends Record<string, unknown> {}

  /** What an application keeps in an organization's public metadata: readable in the browser. */
  interface OrganizationPublicMetadata extends Record<string, unknown> {}

  /** What an application keeps in an organization's private metadata: readable from the backend only. */
  interface OrganizationPrivateMetadata extends Record<string, unknown> {}

  /** What an application keeps in a membership's public metadata: readable in the browser. */
  interface OrganizationMembershipPublicMetadata extends Record<string, unknown> {}

  /** What an application keeps in a membership's private metadata: readable from the backend only. */
  interface OrganizationMembershipPrivateMetadata extends Record<string, unknown> {}

  /** What an application keeps in an invitation's public metadata; the membership that comes of it inherits it. */
  interface OrganizationInvitationPublicMetadata extends Record<string, unknown> {}

  /** What an application keeps in an invitation's private metadata; the membership that comes of it inherits it. */
  interface OrganizationInvitationPrivateMetadata extends Record<string, unknown> {}
}

export {};

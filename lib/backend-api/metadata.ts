/*
 * Metadata belongs to the application: it declares the shape once, and all types with metadata have it.
 *
 * The interfaces extend `Record` instead of declaring an index signature, because `@clerk/backend` declares the same
 * global interfaces with one. Two index signatures in one interface are an error (TS2374) for applications with both
 * packages.
 */
declare global {
  /**
   * The type of users' public metadata: readable in the browser, writable from the backend only.
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
   * The type of users' private metadata: readable and writable from the backend only.
   *
   * @see https://clerk.com/docs/guides/users/extending
   */
  interface UserPrivateMetadata extends Record<string, unknown> {}

  /**
   * The type of users' unsafe metadata: the user can write it from the browser.
   *
   * @see https://clerk.com/docs/guides/users/extending
   */
  interface UserUnsafeMetadata extends Record<string, unknown> {}

  /** The type of organizations' public metadata: readable in the browser. */
  interface OrganizationPublicMetadata extends Record<string, unknown> {}

  /** The type of organizations' private metadata: readable from the backend only. */
  interface OrganizationPrivateMetadata extends Record<string, unknown> {}

  /** The type of memberships' public metadata: readable in the browser. */
  interface OrganizationMembershipPublicMetadata extends Record<string, unknown> {}

  /** The type of memberships' private metadata: readable from the backend only. */
  interface OrganizationMembershipPrivateMetadata extends Record<string, unknown> {}

  /** The type of invitations' public metadata; the membership that results from it inherits it. */
  interface OrganizationInvitationPublicMetadata extends Record<string, unknown> {}

  /** The type of invitations' private metadata; the membership that results from it inherits it. */
  interface OrganizationInvitationPrivateMetadata extends Record<string, unknown> {}
}

export {};

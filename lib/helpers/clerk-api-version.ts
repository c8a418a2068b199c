/** The version date of Clerk's API that this package was written for. Backend API calls and handshakes send it. */
export const CLERK_API_VERSION = '2026-05-12';

/** The version date of Clerk's API for which this package was written. Backend API calls and handshakes send it. */
export const CLERK_API_VERSION = '2026-05-12';

/** The version of this package, as `package.json` has it; a test holds the two together. */
export const PACKAGE_VERSION = '0.1.0';
/** The dated version of the Backend API that this package was written against, sent with each request. */
export const BACKEND_API_VERSION = '2026-05-12';

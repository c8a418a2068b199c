import type { FRONTEND_API_OPERATIONS } from '../generated/frontend-operations.js';
import type { OperationHandler } from '../http/local-api.js';

/** The name of an operation in Clerk's Frontend API document, such as `createSignIn`. */
export type FrontendApiOperation = (typeof FRONTEND_API_OPERATIONS)[number][2];

/** The handlers of some operations. */
export type FrontendApiHandlers = Readonly<Partial<Record<FrontendApiOperation, OperationHandler>>>;

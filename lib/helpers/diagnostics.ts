import { channel } from 'node:diagnostics_channel';

/** How a request, a connection or a message was authenticated. It contains no ID, token or key. */
export const authenticationChannel = channel('nest-clerk:authentication');

/** One attempt to call the Backend API. It contains no ID, parameter or key. */
export const backendApiChannel = channel('nest-clerk:backend-api');

/** One use of the cache of the option `cache`. It contains no ID, token or key. */
export const cacheChannel = channel('nest-clerk:cache');

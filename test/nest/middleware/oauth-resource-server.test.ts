import { expect, it } from '@jest/globals';

import { createOAuthResourceServer } from '../../../lib/nest/middleware/oauth-resource-server.js';

/** The metadata of a request with this target, on `example.com`. */
function metadataUrl(target: string) {
  const { metadataUrl } = createOAuthResourceServer(undefined, () => {
    throw new Error('No instance is needed for that.');
  });
  const request = {
    method: 'GET',
    target,
    isEncrypted: true,
    header: (name: string) => (name === 'host' ? 'example.com' : undefined),
    allHeaders: () => [],
  };
  return metadataUrl(request, 'oauth_token');
}

// The middleware answers such requests with 400, but it does not handle those of every transport.
it.each(['//', 'http://user:pass@example.com/', 'http://'])(
  'the target %s has no metadata and causes no error',
  target => {
    expect(metadataUrl(target)).toBeUndefined();
    expect(metadataUrl('/mcp')).toBe('https://example.com/.well-known/oauth-protected-resource/mcp');
  },
);

import type { IncomingHttpHeaders } from 'node:http';

import { listen } from './running-app.js';

/** A call as the Backend API received it. */
export interface RecordedCall {
  path: string;
  headers: IncomingHttpHeaders;
}

/** A Backend API that records its calls and answers each with an error, until `closeApps()`. */
export async function recordingBackendApi(): Promise<{ url: string; calls: RecordedCall[] }> {
  const calls: RecordedCall[] = [];
  const { port } = await listen((request, response) => {
    calls.push({ path: request.url ?? '', headers: request.headers });
    response.writeHead(404, { 'content-type': 'application/json' });
    response.end('{"errors":[{"code":"resource_not_found","message":"not found"}]}');
  });
  return { url: `http://127.0.0.1:${port}`, calls };
}

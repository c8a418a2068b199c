import type { IncomingMessage, ServerResponse } from 'node:http';

import { NUMBER_HEADER } from './settings.js';
import type { Plant } from './settings.js';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const leaked: unknown[] = [];
let count = 0;

/** The middleware of a planted fault, which runs before that of Clerk. */
export function planted(plant: Plant): Middleware {
  return (request, response, next) => {
    count++;
    switch (plant) {
      case 'error':
        if (count % 300 !== 0) return next();
        response.statusCode = 500;
        return void response.end('planted');
      case 'rejection':
        if (count === 300) void Promise.reject(new Error('planted'));
        return next();
      case 'crash':
        if (count === 300) process.exit(7);
        return next();
      case 'leak':
        leaked.push({ headers: { ...request.headers }, padding: Array.from({ length: 60 }, Math.random) });
        return next();
      case 'stall':
        if (Number(request.headers[NUMBER_HEADER]) % 500 === 7) block(90);
        return next();
      case 'sign-in':
        if (count % 300 !== 0) return next();
        response.setHeader('content-type', 'application/json');
        return void response.end(JSON.stringify({ who: { id: 'user_intruder', type: 'session_token' } }));
    }
  };
}

function block(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

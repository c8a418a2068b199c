import type { OutgoingHttpHeaders } from 'node:http';

import type { RunningApp } from './running-app.js';

export const PROTECTED_RESOURCE = '/.well-known/oauth-protected-resource';
export const AUTHORIZATION_SERVER = '/.well-known/oauth-authorization-server';

/** The parameters of a `WWW-Authenticate: Bearer` header, parsed by RFC 9110. */
export function challengeOf(header: string | undefined): Record<string, string> {
  const [, list] = /^Bearer (.+)$/.exec(header ?? '') ?? [];
  if (list === undefined) throw new Error(`No Bearer challenge: ${header}`);
  const parameter = /([a-z_]+)="([^"\\]*)"(?:, |$)/y;
  const parameters: Record<string, string> = {};
  while (parameter.lastIndex < list.length) {
    const [, name, value] = parameter.exec(list) ?? [];
    if (name === undefined || value === undefined) throw new Error(`Not a list of parameters: ${list}`);
    parameters[name] = value;
  }
  return parameters;
}

/** The challenge of a rejected request; fails if the request is not rejected. */
export async function challengeAt(app: RunningApp, target: string, headers?: OutgoingHttpHeaders) {
  const answer = await app.get(target, headers);
  if (answer.status !== 401) throw new Error(`${target} was answered ${answer.status}`);
  return challengeOf(answer.headers['www-authenticate']);
}

import type { IncomingMessage } from 'node:http';

import { bodyInvalid, bodyTooLarge, contentTypeUnsupported } from '../api-errors.js';

/** A request, whether it came as a web `Request` or over a socket. */
export interface ApiCall {
  readonly method: string;
  readonly url: URL;
  header(name: string): string | undefined;
  readonly body: AsyncIterable<Uint8Array> | null;
}

const BODY_LIMIT_BYTES = 1024 * 1024;

export function callOfRequest(request: Request): ApiCall {
  return {
    method: request.method,
    url: new URL(request.url),
    header: name => request.headers.get(name) ?? undefined,
    body: request.body,
  };
}

/** @returns `undefined` when the request target is no path, as with `OPTIONS *` */
export function callOfIncomingMessage(message: IncomingMessage): ApiCall | undefined {
  // Concatenated, since `//host` resolved against a base would name another host.
  const target = `http://127.0.0.1${message.url}`;
  if (!message.url?.startsWith('/') || !URL.canParse(target)) return undefined;
  return {
    method: message.method ?? '',
    url: new URL(target),
    header: name => message.headers[name]?.toString(),
    // A body past the limit is left unread; destroying the stream would take the answer's socket with it.
    body: message.iterator({ destroyOnReturn: false }),
  };
}

/**
 * Reads the body of a call to the Backend API: JSON, or a form with a file. No body is an empty object.
 *
 * @throws {@link ClerkAPIResponseError} 413 past 1 MiB, 415 for another media type, 400 for a body that is malformed
 */
export async function readBackendBody(call: ApiCall): Promise<Record<string, unknown> | unknown[]> {
  if (call.body === null || call.method === 'GET') return {};
  const bytes = await readBodyBytes(call.body);
  if (bytes.length === 0) return {};
  const contentType = call.header('content-type') ?? '';
  const mediaType = contentType.split(';')[0]?.trim().toLowerCase();
  if (mediaType === 'multipart/form-data') return readForm(bytes, contentType);
  if (mediaType !== 'application/json') throw contentTypeUnsupported();
  const value = parseJson(bytes);
  if (typeof value !== 'object' || value === null) {
    throw bodyInvalid('The request body has to be a JSON object.');
  }
  return value as Record<string, unknown> | unknown[];
}

/**
 * Reads a JSON object from the body; no body is an empty object.
 *
 * @throws {@link ClerkAPIResponseError} 413 past 1 MiB, 415 for anything but JSON, 400 for bad JSON
 */
export async function readJsonObject(call: ApiCall): Promise<Record<string, unknown>> {
  const value = await readBackendBody(call);
  if (Array.isArray(value)) throw bodyInvalid('The request body has to be a JSON object.');
  return value;
}

async function readForm(bytes: Uint8Array, contentType: string): Promise<Record<string, unknown>> {
  try {
    const form = await new Response(new Uint8Array(bytes), {
      headers: { 'content-type': contentType },
    }).formData();
    return Object.fromEntries(form);
  } catch {
    throw bodyInvalid('The request body is not a form.');
  }
}

/**
 * Reads a body to its end.
 *
 * @throws {@link ClerkAPIResponseError} 413 past 1 MiB, 400 when the connection breaks off
 */
export async function readBodyBytes(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      length += chunk.length;
      if (length > BODY_LIMIT_BYTES) break;
      chunks.push(chunk);
    }
  } catch {
    throw bodyInvalid('The request body broke off.');
  }
  if (length > BODY_LIMIT_BYTES) throw bodyTooLarge(BODY_LIMIT_BYTES);
  return Buffer.concat(chunks);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw bodyInvalid('The request body is not JSON in UTF-8.');
  }
}

import type { IncomingMessage } from 'node:http';

import { bodyInvalid, bodyTooLarge, contentTypeUnsupported } from '../api-errors.js';

/** A request, either a web `Request` or from a socket. */
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

/** @returns `undefined` if the request target is not a path, as with `OPTIONS *` */
export function callOfIncomingMessage(message: IncomingMessage): ApiCall | undefined {
  // Concatenated, because `//host` resolved against a base would be another host.
  const target = `http://127.0.0.1${message.url}`;
  if (!message.url?.startsWith('/') || !URL.canParse(target)) return undefined;
  return {
    method: message.method ?? '',
    url: new URL(target),
    header: name => message.headers[name]?.toString(),
    // The rest of a body above the limit is not read; destroying the stream would close the socket of the response too.
    body: message.iterator({ destroyOnReturn: false }),
  };
}

/**
 * Reads the body of a call to the Backend API: JSON, or a form with a file. Without a body the result is an empty
 * object.
 *
 * @throws {@link ClerkAPIResponseError} 413 above 1 MiB, 415 for another media type, 400 for a malformed body
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
 * @throws {@link ClerkAPIResponseError} 413 above 1 MiB, 415 for anything but JSON, 400 for malformed JSON
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
 * @throws {@link ClerkAPIResponseError} 413 above 1 MiB, 400 if the connection breaks off
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

import { bodyInvalid, requestMalformed } from '../api-errors.js';
import type { ApiCall } from '../http/api-call.js';
import { readBodyBytes } from '../http/api-call.js';

/** A file in a multipart body. */
export interface UploadedFile {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const OVERRIDABLE_METHODS = new Set(['PATCH', 'PUT', 'DELETE', 'GET']);

/**
 * Normalizes the method and the path of a call of ClerkJS. It sends only GET and POST, with the real method in
 * `_method`, which avoids a preflight; and some of its paths have a trailing slash.
 */
export function normalizeCall(call: ApiCall): ApiCall {
  const url = new URL(call.url);
  const method = url.searchParams.get('_method')?.toUpperCase();
  if (url.pathname.length > 1) url.pathname = url.pathname.replace(/\/+$/, '');
  return {
    url,
    method: call.method === 'POST' && method && OVERRIDABLE_METHODS.has(method) ? method : call.method,
    header: name => call.header(name),
    body: call.body,
  };
}

/**
 * Reads the parameters of a body. ClerkJS sends forms: `null` as an empty string, an array as a repeated name, an object
 * as JSON.
 *
 * @throws {@link ClerkAPIResponseError} 400 for a body that does not match its media type, 413 above 1 MiB
 */
export async function readParameters(call: ApiCall): Promise<Record<string, unknown>> {
  if (call.body === null || call.method === 'GET') return {};
  const bytes = await readBodyBytes(call.body);
  if (bytes.length === 0) return {};
  const contentType = call.header('content-type') ?? '';
  const mediaType = contentType.split(';')[0]?.trim().toLowerCase();
  if (mediaType === 'application/json') return readJson(bytes);
  if (mediaType === 'multipart/form-data') return readMultipart(bytes, contentType);
  if (mediaType === 'application/octet-stream') return { file: { mediaType, bytes } satisfies UploadedFile };
  return readForm(new URLSearchParams(bytes.toString('utf8')));
}

function readJson(bytes: Buffer): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw bodyInvalid('The request body is not JSON in UTF-8.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw bodyInvalid('The request body has to be a JSON object.');
  }
  return value as Record<string, unknown>;
}

async function readMultipart(bytes: Buffer, contentType: string): Promise<Record<string, unknown>> {
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw requestMalformed('The body is not multipart/form-data.');
  }
  const values: [string, unknown][] = [];
  for (const [name, value] of form.entries()) {
    values.push([name, typeof value === 'string' ? value : await uploadedFile(value)]);
  }
  return Object.fromEntries(values);
}

async function uploadedFile(file: Blob): Promise<UploadedFile> {
  return { mediaType: file.type, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function readForm(form: URLSearchParams): Record<string, unknown> {
  return Object.fromEntries(
    [...new Set(form.keys())].map(name => {
      const values = form.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

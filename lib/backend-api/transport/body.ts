import { isRecord } from './decode.js';
import type { NestedNames, Operation } from './operation.js';
import { toSnakeCase } from './wire-names.js';

/** The body of a request and its media type. `fetch` sets the media type of a form. */
export interface EncodedBody {
  body: string | FormData | undefined;
  contentType: string | undefined;
}

/** Encodes the body of a request. An object without members is no body, as in `@clerk/backend`. */
export function encodeBody({ method, body, form, nested }: Operation<unknown>): EncodedBody {
  if (form) return { body: toFormData(form), contentType: undefined };
  // Also without a body, as in `@clerk/backend`: an endpoint may require the media type for every write.
  const contentType = method === 'GET' ? undefined : 'application/json';
  if (body === undefined || Object.keys(body).length === 0) return { body: undefined, contentType };
  return { body: JSON.stringify(toWire(body, nested)), contentType };
}

/** Converts the names of an object, or of each object in a list, to snake case, and those of the nested objects listed. */
function toWire(value: unknown, nested: NestedNames = {}): unknown {
  if (Array.isArray(value)) return value.map(item => toWire(item, nested));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const below = Object.hasOwn(nested, name) ? nested[name] : undefined;
      return [toSnakeCase(name), below ? toWire(member, below) : member];
    }),
  );
}

function toFormData(fields: object): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined && value !== null) form.append(toSnakeCase(name), value as string | Blob);
  }
  return form;
}

import { isRecord } from './decode.js';
import type { NestedNames, Operation } from './operation.js';
import { toSnakeCase } from './wire-names.js';

/** The body of a request, and the media type that it is to be announced with; `fetch` announces a form itself. */
export interface EncodedBody {
  body: string | FormData | undefined;
  contentType: string | undefined;
}

/** Writes the body of a request. An object without members is no body at all, as in `@clerk/backend`. */
export function encodeBody({ method, body, form, nested }: Operation<unknown>): EncodedBody {
  if (form) return { body: toFormData(form), contentType: undefined };
  // Without a body too, as `@clerk/backend` does: an endpoint may insist on the media type of every write.
  const contentType = method === 'GET' ? undefined : 'application/json';
  if (body === undefined || Object.keys(body).length === 0) return { body: undefined, contentType };
  return { body: JSON.stringify(toWire(body, nested)), contentType };
}

/** Gives the names of an object, or of each in a list, their wire form, and those of the objects below that are named. */
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

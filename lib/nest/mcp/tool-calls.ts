import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';

import { isObject, property } from '../transports/unknown-object.js';

/**
 * The names of the tools that an HTTP request calls: none or one, and more in a batch of the protocol of 2025-03-26.
 *
 * @throws UnsupportedMediaTypeException for a POST whose body is not parsed: the MCP server would read it by itself, and call
 *   a tool whose requirement was not checked
 */
export function calledTools(context: ExecutionContext): string[] {
  const { method, body } = context.switchToHttp().getRequest<{ method?: string; body?: unknown }>();
  if (method !== 'POST') return [];
  if (!isParsedJson(body)) {
    throw new UnsupportedMediaTypeException('An MCP message is JSON, with Content-Type: application/json.');
  }
  return [body].flat().flatMap(nameOfCall);
}

/** Not a `Buffer`, which some body parsers leave, and which MCP servers parse. */
function isParsedJson(body: unknown): boolean {
  if (!isObject(body)) return false;
  const prototype: unknown = Object.getPrototypeOf(body);
  return Array.isArray(body) || prototype === Object.prototype || prototype === null;
}

/** @see https://modelcontextprotocol.io/specification/2025-11-25/server/tools#calling-tools */
function nameOfCall(message: unknown): string[] {
  if (property(message, 'method') !== 'tools/call') return [];
  const name = property(property(message, 'params'), 'name');
  return typeof name === 'string' ? [name] : [];
}

import type { ArgumentsHost } from '@nestjs/common';

import { MAX_AUTHORIZATION_LENGTH } from '../../authentication/request/authorization-header.js';
import { isObject, property } from './unknown-object.js';

/**
 * The authorization of a microservice message: from the metadata of its transport, or from `headers` of its payload.
 *
 * @returns a token with or without `Bearer`; `undefined` without one
 */
export function authorizationOfMessage(context: ArgumentsHost): string | undefined {
  const payload: unknown = context.switchToRpc().getData();
  return [...metadataOf(messageOf(context)), property(payload, 'headers')].map(authorizationIn).find(isText);
}

/**
 * The metadata that the transport has besides the payload.
 *
 * A handler of `@GrpcStreamCall()` receives the call itself, which contains the metadata.
 */
export function messageOf(context: ArgumentsHost): unknown {
  const rpc = context.switchToRpc();
  const metadata = property(rpc.getData(), 'metadata');
  return isGrpcMetadata(metadata) ? metadata : rpc.getContext();
}

/**
 * Whether a message has this context object alone, as with all of Nest's own transports. A custom transport may pass
 * the same one for every message, and the sender of the first would count as the sender of all others.
 */
export function isOfOneMessage(message: unknown): message is object {
  return isGrpcMetadata(message) || isFunction(property(message, 'getArgByIndex'));
}

/** Whether a message came by gRPC, whose context is the metadata itself. */
export function isGrpcMetadata(message: unknown): boolean {
  return isFunction(property(message, 'get')) && isFunction(property(message, 'getMap'));
}

/** The places in which Nest's transports store the metadata of a message. */
function metadataOf(message: unknown): unknown[] {
  return [
    // gRPC
    call(message, 'getMap'),
    // TCP and Redis, from Nest 12 on
    call(message, 'getMetadata'),
    // NATS
    call(message, 'getHeaders'),
    // Kafka
    property(call(message, 'getMessage'), 'headers'),
    // RabbitMQ
    property(property(call(message, 'getMessage'), 'properties'), 'headers'),
    // MQTT
    property(property(call(message, 'getPacket'), 'properties'), 'userProperties'),
  ];
}

/** Reads `authorization`, in any case, from a plain object or from NATS's headers. */
function authorizationIn(metadata: unknown): unknown {
  if (!isObject(metadata)) return undefined;
  const keys = call(metadata, 'keys');
  const names: unknown[] = Array.isArray(keys) ? keys : Object.keys(metadata);
  const name = names.find(key => String(key).toLowerCase() === 'authorization') as string | undefined;
  return name === undefined ? undefined : firstOf(call(metadata, 'get', name) ?? metadata[name]);
}

/** Kafka and MQTT may have several values, of which the first counts; those of Kafka and RabbitMQ may be bytes. */
function firstOf(value: unknown): unknown {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return Buffer.isBuffer(first) ? first.toString() : first;
}

/** Whether a value can be a token. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= MAX_AUTHORIZATION_LENGTH;
}

function call(value: unknown, method: string, ...args: unknown[]): unknown {
  const found = property(value, method);
  return isFunction(found) ? found.apply(value, args) : undefined;
}

function isFunction(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === 'function';
}

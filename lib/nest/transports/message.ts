import type { ArgumentsHost } from '@nestjs/common';

import { MAX_AUTHORIZATION_LENGTH } from '../../authentication/request/authorization-header.js';
import { isObject, property } from './unknown-object.js';

/**
 * The authorization that a message of a microservice carries: in the metadata of its transport, or else in `headers` of
 * its payload.
 *
 * @returns a token with or without `Bearer`; `undefined` without one
 */
export function authorizationOfMessage(context: ArgumentsHost): string | undefined {
  const payload: unknown = context.switchToRpc().getData();
  return [...metadataOf(messageOf(context)), property(payload, 'headers')].map(authorizationIn).find(isText);
}

/**
 * What the transport says of a message besides its payload.
 *
 * A handler of `@GrpcStreamCall()` gets the call itself, which has the metadata inside.
 */
export function messageOf(context: ArgumentsHost): unknown {
  const rpc = context.switchToRpc();
  const metadata = property(rpc.getData(), 'metadata');
  return isGrpcMetadata(metadata) ? metadata : rpc.getContext();
}

/**
 * Whether a message has this object for itself, as all of Nest's own transports give it one. A custom transport may hand
 * the same one over with every message, and the sender of the first would count as the sender of all others.
 */
export function isOfOneMessage(message: unknown): message is object {
  return isGrpcMetadata(message) || isFunction(property(message, 'getArgByIndex'));
}

/** Whether a message came by gRPC, whose context is the metadata itself. */
export function isGrpcMetadata(message: unknown): boolean {
  return isFunction(property(message, 'get')) && isFunction(property(message, 'getMap'));
}

/** Wherever one of Nest's transports keeps what goes along with a message. */
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

/** Reads `authorization`, in whatever case, of a plain object or of NATS's headers. */
function authorizationIn(metadata: unknown): unknown {
  if (!isObject(metadata)) return undefined;
  const keys = call(metadata, 'keys');
  const names: unknown[] = Array.isArray(keys) ? keys : Object.keys(metadata);
  const name = names.find(key => String(key).toLowerCase() === 'authorization') as string | undefined;
  return name === undefined ? undefined : firstOf(call(metadata, 'get', name) ?? metadata[name]);
}

/** Kafka and MQTT may have several values, of which the first counts; Kafka's and RabbitMQ's may be bytes. */
function firstOf(value: unknown): unknown {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return Buffer.isBuffer(first) ? first.toString() : first;
}

/** Whether something found where a token may be can be one. */
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

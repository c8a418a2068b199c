import type { ExecutionContext } from '@nestjs/common';

/**
 * The authorization that a message of a microservice carries: in the metadata of its transport, or else in `headers` of
 * its payload.
 *
 * @returns a token with or without `Bearer`; `undefined` when there is none
 */
export function authorizationOfMessage(context: ExecutionContext): string | undefined {
  const rpc = context.switchToRpc();
  const message: unknown = rpc.getContext();
  const data: unknown = rpc.getData();
  return [...metadataOf(message), property(data, 'headers')].map(authorizationIn).find(isPresent);
}

/** Whether a message came by gRPC, whose context is the metadata itself. */
export function isGrpcMetadata(message: unknown): boolean {
  return isFunction(property(message, 'get')) && isFunction(property(message, 'getMap'));
}

/** Wherever one of Nest's transports keeps what goes along with a message. */
function metadataOf(message: unknown): unknown[] {
  return [
    // gRPC
    isGrpcMetadata(message) ? message : undefined,
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

/** Reads `authorization` of something that has a `get()`, or of a plain object, whatever its case there. */
function authorizationIn(metadata: unknown): string | undefined {
  if (typeof metadata !== 'object' || metadata === null) return undefined;
  if (isFunction(property(metadata, 'get'))) {
    return textOf(call(metadata, 'get', 'authorization')) ?? textOf(call(metadata, 'get', 'Authorization'));
  }
  const name = Object.keys(metadata).find(key => key.toLowerCase() === 'authorization');
  return name === undefined ? undefined : textOf(property(metadata, name));
}

/** gRPC and Kafka may have several values; Kafka's are bytes. The first counts. */
function textOf(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const text = Buffer.isBuffer(first) ? first.toString() : first;
  return typeof text === 'string' && text !== '' ? text : undefined;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function call(value: unknown, method: string, ...args: unknown[]): unknown {
  const found = property(value, method);
  return isFunction(found) ? found.apply(value, args) : undefined;
}

function isFunction(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === 'function';
}

function isPresent(text: string | undefined): text is string {
  return text !== undefined;
}

import type { INestApplication } from '@nestjs/common';
import type { AbstractHttpAdapter } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';

/** The HTTP adapter of Nest for this run of the tests, from `jest.config.js`. */
export const HTTP_ADAPTER = (globalThis as { httpAdapter?: 'express' | 'fastify' }).httpAdapter ?? 'express';

/**
 * A new adapter of this run.
 *
 * @param fastifyOptions - the options of Fastify, if it is used
 */
export async function newHttpAdapter(
  fastifyOptions?: ConstructorParameters<typeof FastifyAdapter>[0],
): Promise<AbstractHttpAdapter> {
  if (HTTP_ADAPTER === 'fastify') {
    const { FastifyAdapter } = await import('@nestjs/platform-fastify');
    return new FastifyAdapter(fastifyOptions);
  }
  const { ExpressAdapter } = await import('@nestjs/platform-express');
  return new ExpressAdapter();
}

/** A route for every path: each router has its own syntax for it, and only Express needs `/` besides. */
export const EVERY_PATH: string[] = HTTP_ADAPTER === 'fastify' ? ['*'] : ['/', '*path'];

/** Limits the size of JSON bodies. */
export function limitBodies(app: INestApplication, bytes: number): void {
  if (HTTP_ADAPTER === 'fastify') {
    (app as NestFastifyApplication).useBodyParser('application/json', { bodyLimit: bytes });
  } else {
    (app as NestExpressApplication).useBodyParser('json', { limit: bytes });
  }
}

import type { ServerResponse } from 'node:http';

import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost, ModuleRef } from '@nestjs/core';

import { WebhookVerificationError } from '../../errors/webhook-verification-error.js';
import type { Middleware } from '../../express/create-middleware.js';
import type { NodeRequest } from '../../instance/options.js';
import { readBody } from '../../webhooks/read-body.js';
import { verifyDelivery } from '../../webhooks/verify-delivery.js';
import type { VerifiedDelivery } from '../../webhooks/verify-delivery.js';
import { forgetChangedResource } from '../cache/changed-resource.js';
import { containerOf } from '../configuration/nest-container.js';
import { CLERK_CONFIGURATION } from '../configuration/clerk-configuration.js';
import type { ClerkConfiguration, ForgetResource } from '../configuration/clerk-configuration.js';
import { dispatch } from './delivery-dispatcher.js';
import type { DeliveryOutcome } from './delivery-dispatcher.js';
import { eventHandlers } from './event-handlers.js';
import type { EventHandler } from './event-handlers.js';
import { pathOf } from './webhook-endpoint.js';
import type { WebhookEndpoint } from './webhook-endpoint.js';

const STATUS: Record<DeliveryOutcome, number> = {
  processed: 200,
  duplicate: 200,
  ignored: 200,
  'in-progress': 409,
  failed: 500,
};

/**
 * Receives webhooks before the application: from the raw request, so that no body parser, prefix, version, guard or
 * CORS setting affects it.
 */
@Injectable()
export class ClerkWebhooks implements BeforeApplicationShutdown, OnApplicationShutdown, OnModuleInit {
  // Not private fields (`#x`), which throw on the proxies that Nest 12 can put around providers. Not enumerable, so that
  // logging the provider logs no secret.
  declare private readonly endpoints: ReadonlyMap<string, WebhookEndpoint>;
  declare private readonly moduleRef: ModuleRef;
  declare private readonly host: HttpAdapterHost;
  private readonly logger = new Logger('ClerkWebhooks');
  private readonly warned = new Set<string>();
  private readonly forgetResource: ForgetResource | undefined;
  private handlers: readonly EventHandler[] = [];
  /** The handlers that run, those of deliveries that are answered already included. */
  private readonly running = new Set<Promise<unknown>>();

  constructor(
    moduleRef: ModuleRef,
    host: HttpAdapterHost,
    @Inject(CLERK_CONFIGURATION) { webhooks, forgetResource }: ClerkConfiguration,
  ) {
    this.forgetResource = forgetResource;
    const endpoints = new Map(webhooks.map(endpoint => [endpoint.path, endpoint]));
    Object.defineProperties(this, {
      endpoints: { value: endpoints },
      moduleRef: { value: moduleRef },
      host: { value: host },
    });
  }

  onModuleInit(): void {
    this.handlers = eventHandlers(containerOf(this.moduleRef).getModules());
    const isHttp = (this.host.httpAdapter as HttpAdapterHost['httpAdapter'] | undefined) !== undefined;
    if (isHttp && this.handlers.length > 0 && this.endpoints.size === 0) {
      this.logger.warn(
        `${this.handlers[0]?.name} has @OnClerkEvent(), but ClerkModule has no option \`webhooks\`, so no event is received.`,
      );
    }
  }

  /** Before other providers let go, in their `onApplicationShutdown()`, of what handlers use. */
  beforeApplicationShutdown(): Promise<void> {
    return this.untilHandled();
  }

  /** Again, for deliveries that came before the server had closed. */
  onApplicationShutdown(): Promise<void> {
    return this.untilHandled();
  }

  /** Waits for the handlers that run, but no longer than handlers may take, since one may never end. */
  private async untilHandled(): Promise<void> {
    if (this.running.size === 0) return;
    const longest = Math.max(...[...this.endpoints.values()].map(({ timeoutMs }) => timeoutMs));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>(resolve => (timer = setTimeout(resolve, longest)));
    await Promise.race([Promise.allSettled(this.running), late]);
    clearTimeout(timer);
    if (this.running.size > 0) {
      this.logger.warn(
        `${this.running.size} webhook deliveries are still being handled after ${longest} ms.`,
      );
    }
  }

  /** The middleware for the HTTP adapter; `undefined` without an endpoint. */
  get middleware(): Middleware | undefined {
    if (this.endpoints.size === 0) return undefined;
    return (request, response, next) => {
      const endpoint =
        request.method === 'POST'
          ? this.endpoints.get(pathOf(request.originalUrl || request.url || ''))
          : undefined;
      if (endpoint === undefined) return next();
      void this.receive(endpoint, request, response);
    };
  }

  private async receive(
    endpoint: WebhookEndpoint,
    request: NodeRequest,
    response: ServerResponse,
  ): Promise<void> {
    try {
      const verified = await verifiedDelivery(endpoint, request);
      // Before the handlers, which may read the resource through the cache.
      if (this.forgetResource) await forgetChangedResource(this.forgetResource, verified.payload);
      const outcome = await dispatch(endpoint, this.handlers, verified, request, this.logger, run =>
        this.keepTrackOf(run),
      );
      if (outcome === 'in-progress') response.setHeader('retry-after', Math.ceil(endpoint.claimTtlMs / 1000));
      answer(response, STATUS[outcome], { outcome });
    } catch (error) {
      if (error instanceof WebhookVerificationError) this.reject(endpoint, response, error);
      else {
        this.logger.error(
          'A webhook could not be handled',
          error instanceof Error ? error.stack : String(error),
        );
        answer(response, 500, { outcome: 'failed' });
      }
    }
  }

  private keepTrackOf(run: Promise<unknown>): void {
    this.running.add(run);
    void run.finally(() => this.running.delete(run));
  }

  private reject(
    { path }: WebhookEndpoint,
    response: ServerResponse,
    { reason, message }: WebhookVerificationError,
  ): void {
    // Once per reason, because anyone can send requests to the endpoint.
    const level = this.warned.has(`${path} ${reason}`) ? 'debug' : 'warn';
    this.warned.add(`${path} ${reason}`);
    this.logger[level](`Rejected a webhook at ${path}: ${message} (${reason})`);
    answer(response, reason === 'webhook-body-too-large' ? 413 : 400, { reason, message });
  }
}

async function verifiedDelivery(endpoint: WebhookEndpoint, request: NodeRequest): Promise<VerifiedDelivery> {
  const body = await readBody(request, endpoint.bodyLimit);
  const readHeader = (name: string) => {
    const value = request.headers[name];
    return typeof value === 'object' ? value.join(',') : value;
  };
  const verified = verifyDelivery(readHeader, body, endpoint.keys, endpoint.now());
  if (typeof verified.payload.type === 'string') return verified;
  throw new WebhookVerificationError('webhook-payload-invalid', 'The body of the webhook has no `type`.');
}

function answer(response: ServerResponse, statusCode: number, body: Record<string, unknown>): void {
  if (response.headersSent || response.destroyed) return;
  response.statusCode = statusCode;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify({ statusCode, ...body }));
}

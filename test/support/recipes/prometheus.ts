import { subscribe } from 'node:diagnostics_channel';
import { Controller, Get, Header, Module } from '@nestjs/common';
import { Public } from '../../../lib/index.js';
import type { ClerkAuthenticationEvent, ClerkBackendApiEvent } from '../../../lib/index.js';
import { Counter, Histogram, register } from 'prom-client';

const authentications = new Counter({
  name: 'clerk_authentications_total',
  help: 'Authenticated requests, connections and messages',
  labelNames: ['status', 'reason', 'token_type'],
});
const calls = new Histogram({
  name: 'clerk_backend_api_request_duration_seconds',
  help: 'Duration of attempts to call the Backend API',
  labelNames: ['operation', 'status'],
});

subscribe('nest-clerk:authentication', event => {
  const { status, reason, tokenType } = event as ClerkAuthenticationEvent;
  authentications.inc({ status, reason: reason ?? '', token_type: tokenType ?? '' });
});
subscribe('nest-clerk:backend-api', event => {
  const { operation, status, durationMs } = event as ClerkBackendApiEvent;
  calls.observe({ operation, status }, durationMs / 1000);
});

@Public()
@Controller('metrics')
class MetricsController {
  @Get()
  @Header('content-type', register.contentType)
  metrics() {
    return register.metrics();
  }
}

@Module({ controllers: [MetricsController] })
export class MetricsModule {}

import { Controller, Get, Module, UseGuards } from '@nestjs/common';
import type { DynamicModule, LoggerService, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClerkAuthGuard, ClerkModule, CurrentUser } from '../../lib/index.js';

// A program: an application with one of the recipes, chosen by its argument. The channels belong to the process, so that a
// recipe must not listen in that of the tests. What Sentry would send to its
// server is printed.

const [recipe] = process.argv.slice(2);

@Controller()
@UseGuards(ClerkAuthGuard)
class MeController {
  @Get('me')
  me(@CurrentUser('id') id: string) {
    return { id };
  }

  @Get('broken')
  broken(@CurrentUser('id') _id: string) {
    throw new Error('A bug of the application');
  }
}

async function loggingModule(): Promise<{ module: Type; logger: (app: Resolver) => LoggerService }> {
  const [{ LoggingModule }, { Logger }] = await Promise.all([
    import('./recipes/pino.js'),
    import('nestjs-pino'),
  ]);
  return { module: LoggingModule, logger: app => app.get(Logger) };
}

interface Resolver {
  get<T>(token: Type<T>): T;
}

async function sentryModule(): Promise<DynamicModule> {
  const [{ sentryOptions }, Sentry, { SentryModule }] = await Promise.all([
    import('./recipes/sentry.js'),
    import('@sentry/nestjs'),
    import('@sentry/nestjs/setup'),
  ]);
  Sentry.init({
    dsn: 'https://public@sentry.invalid/1',
    ...sentryOptions,
    transport: options =>
      Sentry.createTransport(options, ({ body }) => {
        console.log(`sent to Sentry: ${String(body).replaceAll('\n', ' ')}`);
        return Promise.resolve({ statusCode: 200 });
      }),
  });
  return SentryModule.forRoot();
}

async function metricsModule(): Promise<Type> {
  return (await import('./recipes/prometheus.js')).MetricsModule;
}

const { module: logging, logger } = recipe === 'pino' ? await loggingModule() : {};
const module = logging ?? (recipe === 'sentry' ? await sentryModule() : await metricsModule());

@Module({ imports: [module, ClerkModule.forRoot({ retries: 0 })], controllers: [MeController] })
class AppModule {}

const app = await NestFactory.create(AppModule, logger ? { bufferLogs: true } : { logger: false });
if (logger) app.useLogger(logger(app));
if (recipe === 'sentry') {
  const { SentryGlobalFilter } = await import('@sentry/nestjs/setup');
  app.useGlobalFilters(new SentryGlobalFilter(app.getHttpAdapter()));
}
await app.listen(0, '127.0.0.1');
process.send?.((app.getHttpServer().address() as { port: number }).port);
process.once('disconnect', () => process.exit());

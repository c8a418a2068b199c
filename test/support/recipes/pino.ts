import type { IncomingMessage, ServerResponse } from 'node:http';
import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';

@Module({
  imports: [
    LoggerModule.forRoot({
      pinoHttp: {
        // No headers, which have tokens and cookies, and no query, which has those of a handshake.
        serializers: {
          req: ({ method, url }: { method: string; url: string }) => ({ method, path: url.split('?', 1)[0] }),
          res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
        },
        customProps: (_request: IncomingMessage, response: ServerResponse) => ({
          authReason: response.getHeader('x-clerk-auth-reason'),
        }),
        // Only the line at the end of a request, which knows the reason.
        quietReqLogger: true,
      },
    }),
  ],
})
export class LoggingModule {}

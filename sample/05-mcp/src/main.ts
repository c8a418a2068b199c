import 'reflect-metadata';
import { localhostHostValidation } from '@modelcontextprotocol/sdk/server/middleware/hostHeaderValidation.js';
import { NestFactory } from '@nestjs/core';

import { AppModule } from './app.module.js';
import { authorizationServer, PORT, RESOURCE, tokenOf } from './local-clerk.js';
import { notesStrategy } from './mcp-nest/mcp-nest.controller.js';

async function main(): Promise<void> {
  const app = await NestFactory.create(AppModule, {
    logger: ['warn', 'error'],
    abortOnError: false,
    forceCloseConnections: true,
  });
  // A server on a developer's machine must not answer pages of the internet (DNS rebinding).
  app.use(localhostHostValidation());
  notesStrategy.setHttpAdapter(app.getHttpAdapter());
  app.connectMicroservice({ strategy: notesStrategy });
  await app.startAllMicroservices();
  await app.listen(PORT, '127.0.0.1');

  // On Ctrl-C the terminal signals every process and npm passes the signal on: the second signal must not interrupt the
  // first.
  let closing: Promise<never> | undefined;
  const close = async () => {
    await Promise.all([app.close(), authorizationServer.close()]);
    return process.exit(0);
  };
  process.on('SIGINT', () => void (closing ??= close()));

  await introduce();
}

async function introduce(): Promise<void> {
  const reader = await tokenOf('user_ada', ['notes:read']);
  const elsewhere = await tokenOf('user_ada', ['notes:read'], 'https://elsewhere.example');
  const curl = `curl -i ${RESOURCE}/mcp -H 'Content-Type: application/json' -H 'Accept: application/json, text/event-stream'`;
  const call = (name: string, args = '{}') =>
    `-d '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"${name}","arguments":${args}}}'`;
  console.log(`
Two MCP servers (Ctrl-C to stop), for any MCP client, such as the MCP Inspector:

  ${RESOURCE}/mcp        with @modelcontextprotocol/sdk
  ${RESOURCE}/mcp-nest   with @rekog/mcp-nest

The client is sent to the authorization server, where you sign in as Ada or Bob and give consent. Or try these tokens

  READER=${reader}
  ELSEWHERE=${elsewhere}

with these commands:

  401: the challenge names the metadata and the scope
  ${curl} ${call('whoami')}

  200: Ada
  ${curl} -H "Authorization: Bearer $READER" ${call('whoami')}

  403: the challenge names the scope that is missing
  ${curl} -H "Authorization: Bearer $READER" ${call('add_note', '{"text":"Hi"}')}

  401: the token is for another server
  ${curl} -H "Authorization: Bearer $ELSEWHERE" ${call('whoami')}
`);
}

main().catch((error: NodeJS.ErrnoException) => {
  const isTaken = error.code === 'EADDRINUSE';
  console.error(isTaken ? `Port ${PORT} is taken. Choose another one with the variable PORT.` : error);
  process.exit(1);
});

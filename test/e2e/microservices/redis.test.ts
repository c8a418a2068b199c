import { ClientProxyFactory, Transport } from '@nestjs/microservices';
import type { RedisOptions } from '@nestjs/microservices';

import { describeWith, startRedis } from '../../support/microservices/brokers.js';
import { itAuthenticatesMessages } from '../../support/microservices/message-suite.js';
import { clientOf, startMicroservice } from '../../support/microservices/running-microservice.js';

describeWith('redis-server', 'a microservice on Redis', () => {
  itAuthenticatesMessages(async module => {
    // Nest's types omit this option of ioredis.
    const socket = { path: await startRedis() } as RedisOptions['options'];
    const options: RedisOptions = { transport: Transport.REDIS, options: socket };
    await startMicroservice(module, options);
    return clientOf(ClientProxyFactory.create(options));
  });
});

import { ClientProxyFactory, Transport } from '@nestjs/microservices';
import type { NatsOptions } from '@nestjs/microservices';

import { describeWith, startNats } from '../../support/microservices/brokers.js';
import { itAuthenticatesMessages } from '../../support/microservices/message-suite.js';
import { natsClientOf, startMicroservice } from '../../support/microservices/running-microservice.js';

describeWith('nats-server', 'a microservice on NATS', () => {
  itAuthenticatesMessages(async module => {
    const options: NatsOptions = { transport: Transport.NATS, options: { servers: [await startNats()] } };
    await startMicroservice(module, options);
    return natsClientOf(ClientProxyFactory.create(options));
  });
});

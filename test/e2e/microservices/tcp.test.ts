import { describe } from '@jest/globals';

import { itAuthenticatesMessages } from '../../support/microservices/message-suite.js';
import { startTcp } from '../../support/microservices/running-microservice.js';

describe('a microservice on TCP', () => {
  itAuthenticatesMessages(module => startTcp(module));
});

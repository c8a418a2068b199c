const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2022',
    keepClassNames: true,
  },
  sourceMaps: 'inline',
};

/** Packages that are ES modules and that CommonJS ones `require()`, which jest cannot do on Node 20. */
const REQUIRED_ES_MODULES = '(?:cookie|content-disposition)';

/** A CommonJS package that requires Nest, which is ES modules from Nest 12 on: its TypeScript sources are run. */
const MCP_NEST = '@rekog/mcp-nest/src';

/** @type {import('jest').Config} */
const common = {
  testEnvironment: 'node',
  roots: ['<rootDir>/lib', '<rootDir>/test'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^nest-clerk$': '<rootDir>/lib/index.ts',
    '^nest-clerk/express$': '<rootDir>/lib/express/index.ts',
    '^nest-clerk/express/webhooks$': '<rootDir>/lib/express/webhooks.ts',
    '^nest-clerk/testing$': '<rootDir>/lib/testing/index.ts',
    '^@rekog/mcp-nest$': `<rootDir>/node_modules/${MCP_NEST}/index.ts`,
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': ['@swc/jest', { ...swc, module: { type: 'es6' } }],
    [`/node_modules/${REQUIRED_ES_MODULES}/.+\\.js$`]: [
      '@swc/jest',
      { ...swc, module: { type: 'commonjs' } },
    ],
  },
  // Fails each test that logs a key, a token or a cookie.
  setupFilesAfterEnv: ['<rootDir>/test/support/canary.ts'],
  transformIgnorePatterns: [`/node_modules/(?!(?:.+/node_modules/)?${REQUIRED_ES_MODULES}/|${MCP_NEST}/)`],
};

/** @type {import('jest').Config} */
export default {
  // Many short files: by default one core of two would be left idle.
  maxWorkers: '100%',
  // Modules of ended test files stay in memory (nodejs/node#33439), and collecting garbage takes ever longer.
  workerIdleMemoryLimit: '1GB',
  // Applications are started, tokens signed, programs forked: on a busy machine that takes longer than the five seconds of jest.
  testTimeout: 60_000,
  projects: [
    {
      ...common,
      displayName: 'express',
      globals: { httpAdapter: 'express' },
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      // The tests in a real browser have a run of their own: tools/clerk-js-tests.mjs.
      testPathIgnorePatterns: ['<rootDir>/test/e2e/(fastify|clerk-js)/'],
    },
    {
      ...common,
      displayName: 'fastify',
      globals: { httpAdapter: 'fastify' },
      testMatch: ['<rootDir>/test/{security,e2e/http,e2e/fastify}/**/*.test.ts'],
    },
  ],
};

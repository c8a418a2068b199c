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

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/lib', '<rootDir>/test'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^nest-clerk$': '<rootDir>/lib/index.ts',
    '^nest-clerk/express$': '<rootDir>/lib/express/index.ts',
    '^nest-clerk/testing$': '<rootDir>/lib/testing/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': ['@swc/jest', { ...swc, module: { type: 'es6' } }],
    [`/node_modules/${REQUIRED_ES_MODULES}/.+\\.js$`]: [
      '@swc/jest',
      { ...swc, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:.+/node_modules/)?${REQUIRED_ES_MODULES}/)`],
};

import config from '../../../jest.config.js';

const [common] = config.projects;

/** The tests in a real browser; `npm run test:clerk-js` fetches what they need and runs them. */
/** @type {import('jest').Config} */
export default {
  ...common,
  rootDir: '../../..',
  displayName: 'clerk-js',
  testMatch: ['<rootDir>/test/e2e/clerk-js/**/*.test.ts'],
  testPathIgnorePatterns: [],
  testTimeout: 60_000,
};

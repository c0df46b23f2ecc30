import { jestConfig } from '@salesforce/sfdx-lwc-jest/config.js';

const MOCKS = '<rootDir>/force-app/test/jest-mocks';

export default {
  ...jestConfig,
  roots: ['<rootDir>/force-app'],
  testMatch: ['**/__tests__/**/*.test.ts'],
  // Real label texts, so that a test sees what a person reads and a missing label is noticed.
  setupFiles: [`${MOCKS}/customLabels.ts`],
  setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, `${MOCKS}/everyTest.ts`],
  moduleNameMapper: {
    // sfdx-lwc-jest has no stub of the one, and only an empty element for the other.
    '^lightning/(modal|button)$': `${MOCKS}/lightning/$1/$1.ts`,
  },
};

import lwcConfig from '@salesforce/eslint-config-lwc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const LWC = 'force-app/**/lwc/**/*.ts';
const LWC_TESTS = ['force-app/**/__tests__/**/*.ts', 'force-app/test/**/*.ts'];
const TYPED = ['local-org/{src,test,scripts}/**/*.ts', 'scripts/**/*.ts', 'e2e/**/*.ts', 'data/**/*.ts', '*.ts'];

/** How long and how branched a function may be before it is worth splitting. */
const SIZE = {
  complexity: ['error', 20],
  'max-depth': ['error', 4],
  'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', 6],
};

const UNUSED = {
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
  ],
};

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      'coverage/**',
      '**/.local-org/**',
      '**/.cache/**',
      '**/generated/**',
      '**/fixtures/**',
      'test-results/**',
      'playwright-report/**',
      'force-app/**/lwc/**/*.js',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['eslint.config.js', 'jest.config.js', 'scripts/**/*.mjs', 'local-org/bin/**/*.js'],
    languageOptions: { globals: globals.node, ecmaVersion: 'latest', sourceType: 'module' },
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error', 'prefer-const': 'error', ...SIZE },
  },
  {
    files: TYPED,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './local-org/tsconfig.json', './local-org/tsconfig.browser.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      ...SIZE,
      ...UNUSED,
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-floating-promises': [
        'error',
        // node:test runs what its functions return; awaiting them is for nested tests only.
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite', 'before', 'after'] },
          ],
        },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    },
  },
  {
    // What a test reads from JSON, HTTP or compiled code has no type before it is asserted.
    files: ['local-org/test/**/*.ts', 'scripts/test/**/*.ts', 'e2e/**/*.ts'],
    rules: {
      'max-lines': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: [LWC, ...LWC_TESTS],
    extends: [...lwcConfig.configs.recommendedTs],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@typescript-eslint': tseslint.plugin },
    // The type checker knows better than the base rules which names exist and are used.
    rules: { ...SIZE, 'no-undef': 'off', 'no-unused-vars': 'off', ...UNUSED },
  },
  {
    files: LWC_TESTS,
    languageOptions: { globals: globals.jest },
    rules: { 'max-lines': 'off', '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off' },
  },
);

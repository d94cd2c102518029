/** Lint rules: what the type checker does not see. Formatting is prettier's. */
import svelte from 'eslint-plugin-svelte';
import tseslint from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Style's budgets: the tail is bound, the median is free. Tests tell long stories, so only their files are bound. */
const FILE_LINES = { max: 400, skipBlankLines: true, skipComments: true };
const FUNCTION_LINES = { max: 60, skipBlankLines: true, skipComments: true };

/** better-sqlite3 commits when the function returns: an async one would commit before its work is done. */
const NO_ASYNC_TRANSACTION = {
  selector: 'CallExpression[callee.property.name="transaction"] > :function[async=true]',
  message: 'A transaction is a synchronous function: an async one commits before its work is done.',
};
const NO_ASYNC_TRANSACTION_PLAIN = {
  ...NO_ASYNC_TRANSACTION,
  selector: 'CallExpression[callee.name="transaction"] > :function[async=true]',
};

/** @type {import('eslint').Linter.RulesRecord} */
const everywhere = {
  'max-lines': ['error', FILE_LINES],
  'max-lines-per-function': ['error', FUNCTION_LINES],
  'max-params': ['error', 5],
  'no-restricted-syntax': ['error', NO_ASYNC_TRANSACTION, NO_ASYNC_TRANSACTION_PLAIN],
  'no-empty': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
  eqeqeq: 'error',
  'prefer-const': 'error',
  'no-var': 'error',
};

/** @type {import('eslint').Linter.RulesRecord} */
const typed = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/ban-ts-comment': 'error',
  '@typescript-eslint/only-throw-error': 'error',
};

export default tseslint.config(
  { ignores: ['out/', 'dist/', 'node_modules/', 'coverage/', 'bench-results/', 'test/fixtures/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { rules: everywhere },
  {
    files: ['**/*.ts', '**/*.svelte'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: {
        project: ['./tsconfig.json', './tsconfig.renderer.json'],
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: typed,
  },
  {
    files: ['src-main/**/*.ts', 'src-renderer/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
    },
  },
  ...svelte.configs['flat/base'],
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser, svelteConfig } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/button-has-type': 'error',
      'svelte/no-target-blank': 'error',
      'svelte/require-each-key': 'error',
      'svelte/no-at-debug-tags': 'error',
      'svelte/no-unused-svelte-ignore': 'error',
      'svelte/valid-each-key': 'error',
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
      // A component's script is one function to this rule; the file's limit binds it.
      'max-lines-per-function': 'off',
    },
  },
  // describe() holds a whole file's tests in one function.
  { files: ['test/**'], rules: { 'max-lines-per-function': 'off' } },
);

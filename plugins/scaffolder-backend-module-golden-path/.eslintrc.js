module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      // tests of suites of their own
      files: ['src/**/*.stack.ts', 'src/**/*.cluster.ts'],
      rules: { 'no-restricted-imports': 'off' },
    },
    {
      // what pipelines send is shown to the plugin that reads it
      files: ['src/layers/pipelines.events.test.ts'],
      rules: { '@backstage/no-mixed-plugin-imports': 'off' },
    },
    {
      // one suite for all stacks
      files: ['src/stacks/__testUtils__/proveStack.ts'],
      rules: { 'jest/no-export': 'off' },
    },
  ],
});

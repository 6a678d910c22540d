module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      // tests of suites of their own
      files: ['src/**/*.stack.ts', 'src/**/*.cluster.ts', 'src/**/*.k6.ts'],
      rules: { 'no-restricted-imports': 'off' },
    },
    {
      // what pipelines send, and what services measure, is shown to the plugins that read it
      files: [
        'src/layers/pipelines.events.test.ts',
        'src/stacks/__testUtils__/StackPortal.ts',
        'src/__testUtils__/cluster/promisePortalProcess.ts',
      ],
      rules: { '@backstage/no-mixed-plugin-imports': 'off' },
    },
    {
      // one suite for all stacks
      files: ['src/stacks/__testUtils__/proveStack.ts'],
      rules: { 'jest/no-export': 'off' },
    },
  ],
});

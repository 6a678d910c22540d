module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // Playwright declares one test a case in a loop; `world` is set before any runs.
    'no-loop-func': 'off',
  },
});

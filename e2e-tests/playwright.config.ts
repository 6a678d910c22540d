import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: './src/specs',
  // One portal at a time: the suite is made for two cores.
  workers: 1,
  fullyParallel: false,
  // Slow machines pass: what hangs is ended by its own limit, far above.
  timeout: 1_800_000,
  expect: { timeout: 150_000 },
  forbidOnly: true,
  retries: 0,
  outputDir: './results/artifacts',
  reporter: [['line'], ['json', { outputFile: './results/results.json' }]],
  use: {
    browserName: 'chromium',
    screenshot: 'only-on-failure',
    viewport: { width: 1440, height: 1000 },
    launchOptions: {
      executablePath: process.env.CHROMIUM_BIN,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        ...(JSON.parse(process.env.CHROMIUM_ARGS ?? '[]') as string[]),
      ],
    },
  },
});

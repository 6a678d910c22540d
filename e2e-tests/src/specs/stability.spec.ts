import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Portal } from '../portal/Portal';
import { StabilityApi } from '../portal/StabilityApi';
import { eventually } from '../world/eventually';

const CHECKOUT = '/catalog/default/component/checkout';
const DAY_MS = 86_400_000;

/** Pages, and what is on them when they are read to the end. */
const PAGES = [
  { name: 'overview', path: CHECKOUT, shows: 'Change failure rate' },
  { name: 'tab', path: `${CHECKOUT}/stability`, shows: 'Newest first' },
  { name: 'fleet', path: '/stability', shows: 'checkout' },
  { name: 'inbox', path: '/events-inbox', shows: 'last heard' },
] as const;

let directory: string;
let portal: Portal;
/** From the start of the portal until all of its history is in. */
let historySeconds: number;

test.beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'plimsoll-stability-'));
  portal = await Portal.create({
    directory: join(directory, 'portal'),
    config: () => ({}),
  });
  const started = Date.now();
  await portal.start();
  const api = new StabilityApi(portal.url);
  const oldest = new Date(started - 179 * DAY_MS).toISOString();
  let last = -1;
  await eventually({
    what: "the demo world's deployments",
    ask: async () => {
      const { counts } = await api.inbox();
      const known = await api.deploymentsSince(oldest);
      const isSettled = counts.waiting === 0 && known === last;
      last = known;
      return isSettled && counts.done > 6_000;
    },
    until: isSettled => isSettled,
    timeoutSeconds: 240,
  });
  historySeconds = (Date.now() - started) / 1_000;
});

test.afterAll(async () => {
  await portal?.stop();
  await rm(directory, { recursive: true, force: true });
});

async function open(page: Page, { path, shows }: (typeof PAGES)[number]) {
  await page.goto(portal.url + path);
  await expect(page.getByText(shows).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  // other plugins' cards load, too, and say so without a name
  await expect(page.getByRole('progressbar')).toHaveCount(0);
}

test('half a year of history is in soon after the start', () => {
  process.stdout.write(`history after ${historySeconds.toFixed(1)} s\n`);
  // one to two minutes here, for machines many times slower
  expect(historySeconds).toBeLessThan(1_200);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    for (const one of PAGES) {
      test(`the ${one.name} has no grave faults, ${colorScheme}`, async ({
        page,
      }) => {
        await open(page, one);
        const { violations } = await new AxeBuilder({ page })
          .include('main')
          .analyze();
        await page.screenshot({
          path: `results/stability-${one.name}-${colorScheme}.png`,
          fullPage: true,
        });
        expect(
          violations
            .filter(({ impact }) => /serious|critical/.test(impact ?? ''))
            .map(({ id, nodes }) => `${id}: ${nodes[0].html}`),
        ).toEqual([]);
      });
    }
  });
}

for (const width of [360, 1440, 2560]) {
  test(`nothing scrolls sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const one of PAGES) {
      await open(page, one);
      await page.screenshot({
        path: `results/stability-${one.name}-${width}.png`,
        fullPage: true,
      });
      const overflow = await page.evaluate(
        () =>
          document.documentElement.scrollWidth -
          document.documentElement.clientWidth,
      );
      expect(overflow, one.name).toBeLessThanOrEqual(0);
    }
  });
}

test('a restart changes nothing', async () => {
  const before = await new StabilityApi(portal.url).inbox();
  await portal.stop();
  await portal.start();
  const api = new StabilityApi(portal.url);
  await new Promise(resolve => setTimeout(resolve, 20_000));
  const after = await api.inbox();
  // what became due in between
  expect(after.counts.done - before.counts.done).toBeLessThan(40);
  expect(after.counts.unmatched).toBe(before.counts.unmatched);
});

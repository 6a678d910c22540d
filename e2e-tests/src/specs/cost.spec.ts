import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CostApi } from '../portal/CostApi';
import { Portal } from '../portal/Portal';
import { eventually } from '../world/eventually';

const CHECKOUT = '/catalog/default/component/checkout';
/** Twelve months that are over, and the current one. */
const MONTHS = 13;

/** Pages, and what is on them when they are read to the end. */
const PAGES = [
  { name: 'overview', path: CHECKOUT, shows: /Bill complete to/ },
  { name: 'tab', path: `${CHECKOUT}/cost`, shows: 'Daily cost' },
  { name: 'fleet', path: '/cost/services', shows: 'storefront' },
  { name: 'savings', path: '/cost/savings', shows: /commitment/ },
  { name: 'wizard', path: '/cost/unmapped', shows: 'search-reindex-tmp' },
  { name: 'quality', path: '/cost/data-quality', shows: /^BILLING_PERIOD=/ },
] as const;

let directory: string;
let portal: Portal;
let api: CostApi;
/** From the start of the portal until the bill of a year is in. */
let billSeconds: number;

test.beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'plimsoll-cost-'));
  portal = await Portal.create({
    directory: join(directory, 'portal'),
    config: () => ({}),
  });
  const started = Date.now();
  await portal.start();
  api = new CostApi(portal.url);
  await eventually({
    what: "the bill of ShopKart's year",
    ask: async () =>
      (
        await api.quality().catch(() => undefined)
      )?.deliveries.filter(
        // what was assumed of the split is told beside the bill's months
        ({ source }) => source === 'bill',
      ),
    until: deliveries =>
      deliveries?.length === MONTHS &&
      deliveries.every(({ state }) => state === 'read'),
    timeoutSeconds: 420,
  });
  billSeconds = (Date.now() - started) / 1_000;
  await eventually({
    what: 'savings, which need evidence and error budgets',
    ask: () => api.savings(),
    until: savings => savings.some(({ kind }) => kind === 'right-size'),
    timeoutSeconds: 240,
  });
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

test('the bill of a year is in soon after the start', () => {
  process.stdout.write(`bill after ${billSeconds.toFixed(1)} s\n`);
  // a minute here, for machines many times slower
  expect(billSeconds).toBeLessThan(1_200);
});

test('what services cost is the bill, to the last nano-unit', async () => {
  const { conservation, deliveries, invoices } = await api.quality();
  expect(conservation.length).toBeGreaterThan(0);
  for (const { bill, difference } of conservation) {
    expect(Number(bill)).toBeGreaterThan(0);
    expect(Number(difference)).toBe(0);
  }
  // months are whole invoices, each of which is told
  const months = new Set(conservation.map(({ billingMonth }) => billingMonth));
  expect(new Set(invoices.map(({ billingMonth }) => billingMonth))).toEqual(
    months,
  );
  const read = deliveries.filter(({ source }) => source === 'bill');
  expect(read.length).toBeGreaterThanOrEqual(months.size);
  expect(read.every(({ formatVersion }) => formatVersion === '1.2')).toBe(true);
});

test('the FastAPI platform costs 312.40 USD a month', async () => {
  const { months } = await api.serviceCost('session-api');
  const complete = months.filter(({ incomplete }) => !incomplete);
  expect(complete.length).toBeGreaterThanOrEqual(12);
  for (const { total } of complete) {
    expect(Number(total)).toBe(312.4);
  }
});

test('a saving never comes to more than the cost', async () => {
  const savings = await api.savings();
  const kinds = new Set(savings.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual([
    'commitment',
    'idle',
    'right-size',
    'spot',
    'storage-lifecycle',
  ]);
  const { months } = await api.serviceCost('session-api');
  const own = savings
    .filter(({ entityRef }) => entityRef === 'component:default/session-api')
    .reduce((sum, { realisable }) => sum + Number(realisable), 0);
  expect(own).toBeGreaterThan(0);
  expect(own).toBeLessThan(Number(months[0].total));
  expect(savings.some(({ guard }) => guard.state === 'held-back')).toBe(true);
});

test('nearly all of the bill stands on a service', async () => {
  const { proof } = await api.serviceCost('checkout');
  expect(proof.matchedRatio).toBeGreaterThan(0.985);
  expect(proof.unallocated?.ratio).toBeLessThan(0.015);
  expect(proof.basis).toBe('bill');
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
          // the graph of the catalog draws itself again and again
          .exclude('.MuiCircularProgress-root')
          .analyze();
        await page.screenshot({
          path: `results/cost-${one.name}-${colorScheme}.png`,
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

for (const width of [360, 1440]) {
  test(`no page of cost scrolls sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const one of PAGES) {
      await open(page, one);
      await page.screenshot({
        path: `results/cost-${one.name}-${width}.png`,
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

test('every view of cost says what its figures stand on', async ({ page }) => {
  for (const one of PAGES.slice(1)) {
    await open(page, one);
    const proof = page.getByRole('region', { name: 'Proof' });
    await expect(proof, one.name).toContainText('Matched to the bill');
    await expect(proof, one.name).toContainText('Unallocated');
    await expect(proof, one.name).toContainText('Effective cost, USD');
  }
});

test('cards stand in one order: reliability, stability, cost', async ({
  page,
}) => {
  await open(page, PAGES[0]);
  const headings = await page
    .locator('main')
    .getByRole('heading', { name: /^(Reliability|Stability|Cost)\b/ })
    .allTextContents();
  expect(headings.map(text => text.split(/\W/)[0])).toEqual([
    'Reliability',
    'Stability',
    'Cost',
  ]);
});

test('a page of the fleet leads to a service, and its tab to the proof', async ({
  page,
}) => {
  await open(page, PAGES[2]);
  await page.getByRole('link', { name: 'checkout' }).first().click();
  await expect(page).toHaveURL(/component\/checkout/);
  await page.goto(`${portal.url}${CHECKOUT}/cost`);
  await expect(page.getByText('FOCUS 1.2').first()).toBeVisible();
});

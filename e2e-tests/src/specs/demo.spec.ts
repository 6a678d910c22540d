import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Portal } from '../portal/Portal';
import { SloApi } from '../portal/SloApi';
import { eventually } from '../world/eventually';

const CHECKOUT = '/catalog/default/component/checkout';
const AVAILABILITY = `${CHECKOUT}/slos?objective=slo:default/checkout-availability%23availability`;

let directory: string;
let portal: Portal;

test.beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'plimsoll-demo-'));
  portal = await Portal.create({
    directory: join(directory, 'portal'),
    config: () => ({}),
  });
  await portal.start();
  const api = new SloApi(portal.url);
  await eventually({
    what: "the demo world's history to be read",
    ask: () =>
      api.objective('slo:default/checkout-availability', 'availability'),
    until: status => status.state === 'ok' && status.coverage > 0.99,
    timeoutSeconds: 240,
  });
});

test.afterAll(async () => {
  await portal?.stop();
  await rm(directory, { recursive: true, force: true });
});

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .include('main')
    .analyze();
  const grave = violations.filter(
    violation =>
      violation.impact === 'serious' || violation.impact === 'critical',
  );
  expect(
    grave.map(violation => `${violation.id}: ${violation.nodes[0].html}`),
  ).toEqual([]);
}

/** The page itself never scrolls sideways; tables do so inside their card. */
async function expectNoSidewaysScroll(page: Page) {
  const overflow = await page.evaluate(
    () =>
      document.documentElement.scrollWidth -
      document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme });

    test('the SLOs page lists the fleet, worst first, without grave faults', async ({
      page,
    }) => {
      await page.goto(`${portal.url}/slos`);
      await expect(page.getByText('Demo data').first()).toBeVisible();
      await expect(page.getByText('Latency p95, 2 s').first()).toBeVisible();
      await expect(page.getByText('Exhausted').first()).toBeVisible();
      await expectAccessible(page);
    });

    test('the SLO tab shows budget, burn and months, without grave faults', async ({
      page,
    }) => {
      await page.goto(portal.url + AVAILABILITY);
      await expect(page.getByText('Burn rate, 1 h').first()).toBeVisible();
      await expect(page.getByText('Calendar months').first()).toBeVisible();
      await expect(page.getByText(/no data, 2 h/).first()).toBeVisible();
      await expectAccessible(page);
    });
  });
}

for (const width of [360, 768, 1440, 2560]) {
  test(`nothing scrolls sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${portal.url}/slos`);
    await expect(page.getByText('Latency p95, 2 s').first()).toBeVisible();
    await expectNoSidewaysScroll(page);
    await page.goto(portal.url + AVAILABILITY);
    await expect(page.getByText('Burn rate, 1 h').first()).toBeVisible();
    await expectNoSidewaysScroll(page);
  });
}

test('the overview of a service has its reliability card', async ({ page }) => {
  await page.goto(portal.url + CHECKOUT);
  await expect(page.getByText('Reliability').first()).toBeVisible();
  await expect(page.getByText(/measured .* of the window/)).toBeVisible();
});

test('a number explains itself', async ({ page }) => {
  await page.goto(portal.url + AVAILABILITY);
  await page
    .getByRole('button', { name: /5\d\.\d%/ })
    .first()
    .click();
  await expect(page.getByText('What was read').first()).toBeVisible();
  await expect(page.getByText(/left = 1/).first()).toBeVisible();
  await expect(page.getByText(/http_requests_total/).first()).toBeVisible();
  await expectAccessible(page);
});

test('another target is tried on what was measured, without grave faults', async ({
  page,
}) => {
  await page.goto(portal.url + AVAILABILITY);
  await page.getByRole('button', { name: 'Try a target' }).click();
  const trial = page.getByRole('region', { name: 'What if' });
  await expect(trial.getByText(/^With 99\.9% you would/)).toBeVisible();
  const budgets = await trial.locator('tbody td:nth-child(2)').allInnerTexts();
  // the laxest target first
  const left = budgets.map(text => parseFloat(text.replace('\u2212', '-')));
  expect(left).toHaveLength(5);
  expect(left).toEqual([...left].sort((a, b) => b - a));

  await trial.getByRole('radio', { name: '99.99%' }).click();
  await expect(
    trial.getByText(/^With 99\.99% you would .* and be at \u2212/),
  ).toBeVisible();
  await trial.getByRole('slider', { name: 'Target' }).press('ArrowLeft');
  await expect(trial.getByText(/^With 99\.98% you would/)).toBeVisible();
  await expect(trial.locator('tr[aria-current]')).toContainText('99.98%');
  await trial.getByRole('button', { name: 'How this is worked out' }).click();
  await expect(
    page.getByText('When it would have gone off').first(),
  ).toBeVisible();
  await expectAccessible(page);

  // a colleague who is sent the address sees the same
  await page.reload();
  await expect(trial.getByText(/^With 99\.98% you would/)).toBeVisible();
});

test('a service without objectives gets its first document', async ({
  page,
}) => {
  await page.goto(`${portal.url}/catalog/default/component/coupon-api/slos`);
  await expect(
    page.getByText(/coupon-api has no objective/).first(),
  ).toBeVisible();
  await expect(page.getByText(/apiVersion: openslo\/v1/).first()).toBeVisible();
});

test('filters stay in the address', async ({ page }) => {
  await page.goto(`${portal.url}/slos`);
  await page.getByPlaceholder('Search objectives').fill('checkout');
  await expect(page).toHaveURL(/q=checkout/);
  await expect(page.getByText('Latency p95, 2 s')).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('Failed transactions').first()).toBeVisible();
  await expect(page.getByText('Latency p95, 2 s')).toHaveCount(0);
});

test('the document of a missing indicator and the taken name are listed', async ({
  page,
}) => {
  const api = new SloApi(portal.url);
  await eventually({
    what: 'the taken name to be found',
    ask: () => api.list(),
    until: answer => answer.conflicts.length > 0,
    timeoutSeconds: 200,
  });
  await page.goto(`${portal.url}/slos?q=example`);
  await expect(page.getByText('Example: missing indicator')).toBeVisible();
  const conflicts = page.locator('details', { hasText: 'same-name' });
  await conflicts.locator('summary').click();
  await expect(
    conflicts.getByText('sandbox-example-same-name').first(),
  ).toBeVisible();
});

test('what was measured survives a restart', async () => {
  const api = new SloApi(portal.url);
  const ref = 'slo:default/checkout-availability';
  const before = await api.objective(ref, 'availability');
  await portal.stop();
  await portal.start();
  const after = await new SloApi(portal.url).objective(ref, 'availability');
  expect(after.budget.total!).toBeGreaterThan(before.budget.total! * 0.99);
  expect(after.coverage).toBeGreaterThan(0.99);
});

import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Portal } from '../portal/Portal';
import { SloApi } from '../portal/SloApi';
import { eventually } from '../world/eventually';

const SYSTEM = '/catalog/default/system/purchase';
const DOMAIN = '/catalog/default/domain/shop';
const GROUP = '/catalog/default/group/payments-crew';
const PAGES = [SYSTEM, DOMAIN, GROUP, '/'];

let directory: string;
let portal: Portal;

test.beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'plimsoll-rollup-'));
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

/** The card of services, on an entity's page or on the home page. */
function card(page: Page, path: string) {
  const name = path === '/' ? 'My services\u2019 budgets' : 'Reliability';
  return page.getByRole('region', { name, exact: true });
}

async function openCard(page: Page, path: string) {
  await page.goto(portal.url + path);
  await expect(card(page, path).getByText(/^Evaluated /)).toBeVisible();
}

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme });

    for (const path of PAGES) {
      test(`the card on ${path} has no grave faults`, async ({ page }) => {
        await openCard(page, path);
        const name = await card(page, path).getAttribute('aria-label');
        const { violations } = await new AxeBuilder({ page })
          .include(`[aria-label="${name}"]`)
          .analyze();
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
  test(`no card is wider than its page at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const path of PAGES) {
      await openCard(page, path);
      const box = await card(page, path).evaluate(element => ({
        inner: element.scrollWidth - element.clientWidth,
        right: element.getBoundingClientRect().right - window.innerWidth,
      }));
      expect([path, box.inner <= 0, box.right <= 0]).toEqual([
        path,
        true,
        true,
      ]);
    }
  });
}

test('a system counts what its services count, and explains the sum', async ({
  page,
}) => {
  await openCard(page, SYSTEM);
  const reliability = card(page, SYSTEM);
  await reliability
    .getByRole('button', { name: /^9\d\.\d+%, explain$/ })
    .click();
  const drawer = page.getByRole('dialog', { name: /^Why 9\d/ });
  await expect(drawer.getByText(/ events failed, counted by /)).toBeVisible();
  await expect(drawer.getByText(/sli = 1 - sum\(bad\)/)).toBeVisible();
  await expect(drawer.getByText('What cannot be added to it')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
});

test('a domain leads to all of its objectives, by state', async ({ page }) => {
  await openCard(page, DOMAIN);
  await card(page, DOMAIN)
    .getByRole('link', { name: /Exhausted/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/slos\?state=exhausted&within=domain/);
  await expect(page.getByText('Latency p95, 2 s').first()).toBeVisible();
});

test('the home page has the services of the reader\u2019s team alone', async ({
  page,
}) => {
  await openCard(page, '/');
  const mine = card(page, '/');
  await expect(mine.getByRole('listitem').first()).toBeVisible();
  await expect(mine.getByText('checkout', { exact: true })).toHaveCount(0);
});

import { expect, test } from '@playwright/test';
import { AlertWorld } from '../world/AlertWorld';
import { eventually } from '../world/eventually';

/**
 * How long the portal is away. Alertmanager tries again at its own pace either
 * way: with its usual intervals after 3 minutes, here after seconds.
 */
const AWAY_SECONDS = Number(process.env.PLIMSOLL_AWAY_SECONDS ?? 45);

let world: AlertWorld;

test.beforeAll(async () => {
  world = await AlertWorld.start();
});

test.afterAll(async () => {
  await world?.stop();
});

const sleep = (seconds: number) =>
  new Promise(resolve => setTimeout(resolve, seconds * 1_000));

/** The newest incident of a service, when it is as wanted. */
function incidentOf(service: string, state: 'triggered' | 'resolved') {
  return eventually({
    what: `an incident of ${service} that is ${state}`,
    ask: async () => (await world.api.incidents(service))[0],
    until: incident => incident?.state === state,
    timeoutSeconds: 120,
  });
}

test('an alert of Prometheus opens an incident, and its end closes it', async ({
  page,
}) => {
  const broken = Date.now();
  world.breaks('busy');
  const open = await incidentOf('busy', 'triggered');
  expect(open.title).toBe('busy fails for its users');
  expect(open.links.runbook).toBe('https://runbooks.example.com/errors');
  // some seconds, as often as the world is scraped; a busy machine adds to them
  expect(Math.abs(Date.parse(open.startedAt) - broken)).toBeLessThan(90_000);

  await page.goto(`${world.portal.url}/catalog/default/component/busy`);
  await expect(
    page.getByText('busy fails for its users').first(),
  ).toBeVisible();
  await page.screenshot({ path: 'results/outage-real.png', fullPage: true });

  const mended = Date.now();
  world.mends('busy');
  const closed = await incidentOf('busy', 'resolved');
  expect(closed.id).toBe(open.id);
  expect(closed.presumed).toBe(false);
  expect(Math.abs(Date.parse(closed.resolvedAt!) - mended)).toBeLessThan(
    90_000,
  );
});

test('nothing is lost while the portal is away', async () => {
  world.breaks('busy');
  const before = await incidentOf('busy', 'triggered');
  const failedBefore = await world.alertmanager.failedDeliveries();

  await world.portal.stop();
  const away = Date.now();
  // one ends, and one begins, while nobody listens
  world.mends('busy');
  world.breaks('quiet');
  await sleep(AWAY_SECONDS);
  const failed = await world.alertmanager.failedDeliveries();
  expect(failed).toBeGreaterThan(failedBefore);
  const back = Date.now();
  await world.portal.start();

  const ended = await incidentOf('busy', 'resolved');
  expect(ended.id).toBe(before.id);
  expect(Date.parse(ended.resolvedAt!)).toBeGreaterThan(away - 5_000);
  expect(Date.parse(ended.resolvedAt!)).toBeLessThan(back);
  const begun = await incidentOf('quiet', 'triggered');
  expect(Date.parse(begun.startedAt)).toBeLessThan(back);

  world.mends('quiet');
  await incidentOf('quiet', 'resolved');
  // however often it was tried, each happened once
  expect(await world.api.incidents('quiet')).toHaveLength(1);
  const { counts } = await world.api.inbox();
  expect([counts.dead, counts.unmatched]).toEqual([0, 0]);
});

import { expect, test } from '@playwright/test';
import { PipelineApi } from '../portal/PipelineApi';
import { eventually } from '../world/eventually';
import { PagingWorld } from '../world/PagingWorld';
import type { ReceivedAlert } from '../world/Receiver';

const PROMISES = ['Promised to ourselves', 'Promised to customers'];

let world: PagingWorld;

test.beforeAll(async () => {
  world = await PagingWorld.start();
  const rules = await eventually({
    what: 'the rules of both objectives',
    ask: async () => (await world.pipeline.get('slo/rules')).text(),
    until: text => PROMISES.every(promise => text.includes(promise)),
    timeoutSeconds: 60,
  });
  await world.load(rules);
});

test.afterAll(async () => {
  await world?.stop();
});

/** What woke somebody, by the promise that it is about. */
function pages(): Promise<(ReceivedAlert | undefined)[]> {
  return eventually({
    what: 'a page for each objective',
    ask: async () =>
      PROMISES.map(promise =>
        world.receiver.alerts.find(
          ({ labels, annotations }) =>
            labels.severity === 'page' && annotations.summary.includes(promise),
        ),
      ),
    until: alerts => alerts.every(alert => alert?.status === 'firing'),
    timeoutSeconds: 60,
  });
}

test('rules are for who may read objectives, by a token that opens nothing else', async () => {
  const nobody = new PipelineApi(world.portal.url);
  expect((await nobody.get('slo/rules')).status).toBe(401);
  expect((await world.pipeline.get('slo/rules')).status).toBe(200);
  expect((await world.pipeline.get('stability/deployments')).status).toBe(403);
});

test('a real Prometheus loads the rules and finds nothing wrong with any', async () => {
  const loaded = await eventually({
    what: 'all rules to be evaluated',
    ask: () => world.prometheus.rules(),
    until: all => all.every(({ health }) => health !== 'unknown'),
    timeoutSeconds: 30,
  });
  expect(loaded.filter(({ health }) => health !== 'ok')).toEqual([]);
  const names = loaded.map(({ name }) => name);
  expect(names).toContain('slo:burn_rate:1h');
  expect(names.filter(name => name === 'SLOFastBurn')).toHaveLength(2);
});

test('a real Alertmanager pages, and each page leads to its objective', async ({
  page,
}) => {
  const received = await pages();
  for (const [index, promise] of PROMISES.entries()) {
    const { labels, annotations } = received[index]!;
    expect(labels).toMatchObject({
      alertname: 'SLOFastBurn',
      slo: 'slo:default/burning-availability',
      service: 'component:default/burning',
      owner: 'group:default/platform',
    });
    expect(annotations.owner).toBe('group:default/platform');
    // it fails at 4.01 %, and one or two in a thousand may
    const burnRate = Number(
      /Burn rate: ([\d.]+)/.exec(annotations.description)![1],
    );
    expect(burnRate * (index + 1)).toBeGreaterThan(39);
    expect(burnRate * (index + 1)).toBeLessThan(41);

    await page.goto(annotations.objective_url);
    await expect(
      page.getByRole('heading', { level: 2, name: promise }),
    ).toBeVisible();
    await page.goto(annotations.runbook_url);
    await expect(page.getByText('What to do when burning burns')).toBeVisible();
  }
});

test('the same page opens an incident of the service in the portal', async ({
  page,
}) => {
  const incident = await eventually({
    what: 'an incident of the service',
    ask: async () => (await world.stability.incidents('burning'))[0],
    until: found => found?.state === 'triggered',
    timeoutSeconds: 60,
  });
  const titles = (await pages()).map(alert => alert!.annotations.summary);
  expect(titles).toContain(incident.title);
  expect(incident.severity).toBe('page');
  expect(incident.links.runbook).toContain('/runbooks/burning');
  await page.goto(`${world.portal.url}/catalog/default/component/burning`);
  await expect(page.getByText(incident.title).first()).toBeVisible();
});

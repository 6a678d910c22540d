import { simulateTargets } from '@plimsoll/plugin-slo-common';
import type { MetricsServer } from '../prometheus/__fixtures__/MetricsServer';
import { metricsServers } from '../prometheus/__fixtures__/metricsServers';
import { failureRatio, objective } from '../prometheus/__fixtures__/objectives';
import { sourceOf } from '../prometheus/__fixtures__/sourceOf';
import {
  OUTAGE,
  world,
  WORLD_FROM,
  WORLD_TO,
} from '../prometheus/__fixtures__/world';
import { readTrial } from './readTrial';

const DAY = 86_400;
const { isMissing, servers } = metricsServers();
const suite = isMissing ? describe.skip : describe;

suite.each(servers)('trying a document, $kind', ({ start }) => {
  let server: MetricsServer;
  beforeAll(async () => {
    server = await start(world());
  });
  afterAll(() => server?.stop());

  const { signal } = new AbortController();
  const tried = objective({ indicator: failureRatio('outage') });

  it('reads what a measurement reads, and finds the outage', async () => {
    const source = sourceOf(server);
    const to = WORLD_TO;
    const trial = await readTrial({
      source,
      objective: tried,
      from: to - 30 * DAY,
      to,
      signal,
    });
    const { readings } = await source.readBuckets({
      objectives: [tried],
      from: WORLD_FROM,
      to,
      step: 300,
    });
    expect(trial.buckets).toEqual(
      readings[0].buckets.filter(({ coveredSeconds }) => coveredSeconds > 0),
    );
    expect(trial.cut).toBeUndefined();

    const { targets, from } = simulateTargets({
      definition: tried,
      targets: [0.9, 0.999],
      buckets: trial.buckets,
      from: to - 30 * DAY,
      to,
    });
    expect(Date.parse(from) / 1_000).toBeLessThan(WORLD_FROM + 1_000);
    const [lax, strict] = targets;
    expect(strict.budget.bad).toBe(lax.budget.bad);
    expect(lax.pages.count).toBe(0);
    const pages = strict.episodes.filter(one => one.severity === 'page');
    expect(pages).toHaveLength(strict.pages.count);
    const [page] = pages;
    const began = Date.parse(page.from) / 1_000;
    expect(began).toBeGreaterThan(OUTAGE[0]);
    expect(began).toBeLessThan(OUTAGE[0] + 900);
  });

  it('tells what the server refuses, and reads under its matchers', async () => {
    const span = { from: WORLD_TO - DAY, to: WORLD_TO, signal };
    await expect(
      readTrial({
        source: sourceOf(server, { enforcedMatchers: { team: 'other' } }),
        objective: tried,
        ...span,
      }),
    ).resolves.toMatchObject({ buckets: [] });
  });
});

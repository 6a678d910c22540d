import { expect, test } from '@playwright/test';
import {
  BURN_WINDOWS,
  BURN_WINDOW_SECONDS,
  type ObjectiveDetail,
} from '@plimsoll/plugin-slo-common';
import { truth, type ServiceModel } from '../world/Counters';
import { eventually } from '../world/eventually';
import {
  takesPart,
  TRUTH_SERVERS,
  type TruthServer,
  TruthWorld,
} from '../world/TruthWorld';

const OBJECTIVE = 'requests-served';
const DAY = 86_400;
const SERVERS = Object.keys(TRUTH_SERVERS) as TruthServer[];

let world: TruthWorld;

test.beforeAll(async () => {
  world = await TruthWorld.start();
});

test.afterAll(async () => {
  await world?.stop();
});

function seconds(iso: string | undefined): number {
  return Math.round(Date.parse(iso ?? '') / 1_000);
}

/** The document of a name that is measured at a server. */
function refOf(server: TruthServer, name: string): string {
  return `slo:default/${name}${TRUTH_SERVERS[server].suffix}`;
}

function measured(server: TruthServer, name: string) {
  const ref = refOf(server, name);
  return eventually({
    what: `${ref} to be measured over its whole window`,
    ask: () => world.api.objective(ref, OBJECTIVE),
    until: status => status.coverage >= 0.999,
    timeoutSeconds: 180,
  });
}

/** Within 1 % relative (bad ratio), 0.01 absolute (remaining budget). */
function expectTrueBudget(status: ObjectiveDetail, service: ServiceModel) {
  const real = truth(service, {
    from: seconds(status.windowFrom),
    // A calendar window's end lies ahead; its budget so far ends with the data.
    to: Math.min(seconds(status.windowTo), seconds(status.dataUpTo)),
    scrapeSeconds: 60,
  });
  const ratio = status.budget.bad! / status.budget.total!;
  expect(Math.abs(ratio / real.ratio - 1)).toBeLessThan(0.01);
  const remaining = 1 - real.ratio / (1 - status.target);
  expect(Math.abs(status.budget.remaining! - remaining)).toBeLessThan(0.01);
}

for (const server of SERVERS) {
  test.describe(`${server}:`, () => {
    test.skip(!takesPart(server), `There is no ${server} here.`);

    for (const name of [
      'busy',
      'burning',
      'quiet',
      'restarting',
      'late',
    ] as const) {
      test(`${name}: bad ratio and budget are those of the generator`, async () => {
        const status = await measured(server, `${name}-availability`);
        const length = seconds(status.windowTo) - seconds(status.windowFrom);
        expect(Math.abs(length - 30 * DAY)).toBeLessThanOrEqual(900);
        expectTrueBudget(status, world.services[name]);
      });
    }

    for (const name of ['busy', 'burning', 'restarting', 'late'] as const) {
      test(`${name}: all seven burn rates are those of the generator`, async () => {
        await measured(server, `${name}-availability`);
        const ref = refOf(server, `${name}-availability`);
        // Status and explanation must speak of the same evaluation.
        const { status, explanation } = await eventually({
          what: 'a status and its explanation of one evaluation',
          ask: async () => ({
            status: await world.api.objective(ref, OBJECTIVE),
            explanation: await world.api.explain(ref, OBJECTIVE),
          }),
          until: both =>
            both.status.evaluatedAt === both.explanation.read.evaluatedAt,
          timeoutSeconds: 30,
        });
        for (const window of BURN_WINDOWS) {
          const figure = explanation.figures.find(
            candidate => candidate.id === `burnRate.${window}`,
          );
          const from = seconds(figure?.from);
          const to = seconds(figure?.to);
          expect(
            Math.abs(to - from - BURN_WINDOW_SECONDS[window]),
            `${window} is about as long as its name`,
          ).toBeLessThanOrEqual(150);
          const real = truth(world.services[name], {
            from,
            to,
            scrapeSeconds: 60,
          });
          const burn = real.ratio / (1 - status.target);
          expect(
            Math.abs(status.burnRates[window]! / burn - 1),
            `burn over ${window}: ${status.burnRates[window]} against ${burn}`,
          ).toBeLessThan(0.01);
        }
      });
    }

    test('the burning service is burning, and the quiet one is not', async () => {
      const burning = await measured(server, 'burning-availability');
      expect(burning.state).toBe('burning');
      const quiet = await measured(server, 'quiet-availability');
      expect(['ok', 'exhausted']).toContain(quiet.state);
    });

    for (const [name, zone] of [
      ['busy-month-warsaw', 'Europe/Warsaw'],
      ['busy-month-kathmandu', 'Asia/Kathmandu'],
    ] as const) {
      test(`a calendar month starts at midnight in ${zone} and its budget is true`, async () => {
        const status = await measured(server, name);
        const start = new Intl.DateTimeFormat('sv-SE', {
          timeZone: zone,
          dateStyle: 'short',
          timeStyle: 'medium',
        }).format(new Date(status.windowFrom!));
        expect(start).toMatch(/^\d{4}-\d{2}-01 00:00:00$/);
        expectTrueBudget(status, world.services.busy);
      });
    }

    test('the first error of a new series is left out, and Explain says so', async () => {
      const explanation = await world.api.explain(
        refOf(server, 'late-availability'),
        OBJECTIVE,
      );
      expect(explanation.notes.map(note => note.code)).toContain(
        'first-sample-invisible',
      );
    });

    test('a series that does not exist is no data, never 100 %', async () => {
      const status = await eventually({
        what: 'the mistyped objective to be judged',
        ask: () => world.api.objective(refOf(server, 'busy-typo'), OBJECTIVE),
        until: answer => answer.evaluatedAt !== undefined,
        timeoutSeconds: 120,
      });
      expect(status.state).toBe('no-data');
      expect(status.budget.remaining).toBeUndefined();
      expect(status.sli).toBeUndefined();
    });

    test('the page shows what the API says', async ({ page }) => {
      const status = await measured(server, 'busy-availability');
      await page.goto(
        `${
          world.portal.url
        }/catalog/default/component/busy/slos?objective=${refOf(
          server,
          'busy-availability',
        )}%23${OBJECTIVE}`,
      );
      const percent = `${(status.budget.remaining! * 100).toFixed(1)}%`;
      await expect(page.getByText(percent).first()).toBeVisible();
    });
  });
}

test('an objective of a source that is not there names the source', async () => {
  const status = await world.api.objective(
    'slo:default/busy-recovery',
    'recovered-within-10-minutes',
  );
  expect(status.state).toBe('no-data');
  expect(JSON.stringify(status.faults)).toContain('elsewhere');
});

test('servers die and come back, and the page tells the truth throughout', async ({
  page,
}) => {
  const servers = Array.from(world.servers);
  const statusOf = (server: TruthServer) =>
    world.api.objective(refOf(server, 'busy-availability'), OBJECTIVE);
  const before = new Map<TruthServer, ObjectiveDetail>();
  for (const [name] of servers) {
    before.set(name, await measured(name, 'busy-availability'));
  }
  await page.goto(`${world.portal.url}/catalog/default/component/busy`);
  await expect(page.getByText('Reliability').first()).toBeVisible();

  let diedAt = 0;
  for (const [index, [name, server]] of servers.entries()) {
    await server.kill();
    diedAt = Date.now();
    const down = await eventually({
      what: `the state to be unknown without ${name}`,
      ask: () => statusOf(name),
      until: status => status.state === 'unknown',
      timeoutSeconds: 150,
    });
    expect(down.budget.remaining).toBeCloseTo(
      before.get(name)!.budget.remaining!,
      2,
    );
    expect(Date.parse(down.dataUpTo!)).toBeLessThanOrEqual(diedAt + 5_000);
    // what is read elsewhere does not suffer
    for (const [other] of servers.slice(index + 1)) {
      const alive = await eventually({
        what: `${other} to be read as ever`,
        ask: () => statusOf(other),
        until: status => Date.parse(status.evaluatedAt ?? '') > diedAt,
        timeoutSeconds: 75,
      });
      expect(alive.state).toBe(before.get(other)!.state);
    }
  }
  await page.reload();
  await expect(page.getByText(/Unknown/).first()).toBeVisible();

  // Long enough that at least one whole bucket stays without a sample.
  await new Promise(resolve =>
    setTimeout(resolve, Math.max(0, diedAt + 120_000 - Date.now())),
  );
  await Promise.all(servers.map(([, server]) => server.start()));
  const backAt = Date.now();
  for (const [name] of servers) {
    const back = await eventually({
      what: `a fresh status from ${name} after the outage`,
      ask: () => statusOf(name),
      until: status =>
        status.state !== 'unknown' &&
        Date.parse(status.evaluatedAt ?? '') >= backAt,
      // within a minute where the machine has nothing else to do
      timeoutSeconds: 90,
    });
    expect(back.state).toBe(before.get(name)!.state);
    expectTrueBudget(back, world.services.busy);
  }
  await page.reload();
  await expect(page.getByText('Unknown')).toHaveCount(0);
});

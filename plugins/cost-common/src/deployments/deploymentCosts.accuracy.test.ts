import {
  normalOf,
  randomOf,
  seriesOf,
  volumesOf,
} from '../__testUtils__/series';
import { addDays } from '../calendar/utcDays';
import { deploymentCosts } from './deploymentCosts';

const FROM = '2026-09-01';
const LENGTH = 76;
/** Days of deployments, counted from the first, each live for eight days. */
const DEPLOYED = [36, 44, 52, 60, 68];

/** A service whose unit cost is changed by one of its deployments. */
function tryOut(options: {
  seed: number;
  effect: number;
  at: number;
  /** Share of the cost that is fixed, and traffic from the effect on. */
  fixed?: number;
  traffic?: number;
  /** Days of deployments, counted from the first. */
  deployed?: readonly number[];
}) {
  const { fixed = 0, traffic = 1 } = options;
  const random = randomOf(options.seed);
  const normal = normalOf(random);
  const volumes: number[] = [];
  const costs: number[] = [];
  for (let n = 0; n < LENGTH; n++) {
    const weekday = new Date(addDays(FROM, n)).getUTCDay();
    const weekend = weekday === 0 || weekday === 6 ? 0.7 : 1;
    const jump = n >= options.at ? traffic : 1;
    const volume = 1e6 * weekend * jump * (1 + 0.05 * normal());
    // They go live at noon: half of the day is like those after it.
    const part = Math.min(1, Math.max(0, n + 0.5 - options.at));
    const unitCost = 22e-6 * (1 + options.effect * part);
    volumes.push(volume);
    costs.push(
      (22 * fixed + volume * unitCost * (1 - fixed)) * (1 + 0.02 * normal()),
    );
  }
  return deploymentCosts({
    unit: 'requests',
    per: 1_000_000,
    deployments: (options.deployed ?? DEPLOYED).map(n => ({
      id: `d${n}`,
      finishedAt: `${addDays(FROM, n)}T12:00:00Z`,
    })),
    costs: seriesOf(FROM, costs),
    volumes: volumesOf(FROM, volumes),
    completeTo: addDays(FROM, LENGTH - 1),
  });
}

describe('deploymentCosts, tried on 300 generated services', () => {
  it('finds 7.5 % more in 2 % of noise, within its interval, at one deployment', () => {
    let found = 0;
    let within = 0;
    let blamed = 0;
    for (let seed = 0; seed < 300; seed++) {
      const results = tryOut({ seed, effect: 0.075, at: 52 });
      const cause = results.find(({ deploymentId }) => deploymentId === 'd52');
      found += Number(cause?.state === 'changed');
      within += Number(
        cause?.change &&
          cause.change.low <= 0.075 &&
          cause.change.high >= 0.075,
      );
      blamed += results.filter(
        ({ deploymentId, state }) =>
          deploymentId !== 'd52' && state === 'changed',
      ).length;
    }
    if (process.env.COST_SHOW_PACE) {
      process.stdout.write(
        `deployments: found ${found / 3} %, within ${
          within / 3
        } %, others blamed ${(blamed / 12).toFixed(1)} %\n`,
      );
    }
    expect(found / 300).toBeGreaterThan(0.85);
    expect(within / 300).toBeGreaterThan(0.9);
    expect(blamed / 1200).toBeLessThan(0.01);
  });

  it('blames nobody for nothing more often than 1 in 100', () => {
    let blamed = 0;
    for (let seed = 0; seed < 300; seed++) {
      blamed += tryOut({ seed: seed + 900, effect: 0, at: 0 }).filter(
        ({ state }) => state === 'changed',
      ).length;
    }
    if (process.env.COST_SHOW_PACE) {
      process.stdout.write(
        `deployments: ${(blamed / 15).toFixed(1)} % false\n`,
      );
    }
    expect(blamed / 1500).toBeLessThan(0.01);
  });

  it('does not take traffic for a deployment where most of the cost is fixed', () => {
    let blamed = 0;
    for (let seed = 0; seed < 300; seed++) {
      blamed += Number(
        tryOut({
          seed: seed + 3_000,
          effect: 0,
          at: 57,
          fixed: 0.6,
          traffic: 1.5,
        }).filter(({ state }) => state === 'changed').length,
      );
    }
    if (process.env.COST_SHOW_PACE) {
      process.stdout.write(
        `deployments: ${(blamed / 15).toFixed(1)} % blamed for traffic\n`,
      );
    }
    expect(blamed / 1500).toBeLessThan(0.01);
  });

  it('finds the right one, or one of its neighbours, where every day has one', () => {
    const deployed = Array.from({ length: 36 }, (_, n) => 36 + n);
    let right = 0;
    let near = 0;
    let blamed = 0;
    for (let seed = 0; seed < 100; seed++) {
      const options = { seed: seed + 7_000, effect: 0.075, at: 52, deployed };
      const changed = tryOut(options).filter(
        ({ state }) => state === 'changed',
      );
      const hit = changed.find(({ deploymentId, alternatives = [] }) =>
        [deploymentId, ...alternatives].includes('d52'),
      );
      right += Number(hit?.deploymentId === 'd52');
      near += Number(hit !== undefined);
      blamed += changed.filter(one => one !== hit).length;
    }
    if (process.env.COST_SHOW_PACE) {
      process.stdout.write(
        `daily deployments: ${right} % right, ${near} % with alternatives, ${(
          blamed / 35
        ).toFixed(1)} % of the others blamed\n`,
      );
    }
    expect(right).toBeGreaterThan(50);
    expect(near).toBeGreaterThan(75);
    expect(blamed / 3_500).toBeLessThan(0.005);
  });
});

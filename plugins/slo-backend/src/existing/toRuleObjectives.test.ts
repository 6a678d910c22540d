import type { ObjectiveDefinition } from '@plimsoll/plugin-slo-common';
import type { FoundObjective, MetricsSource } from '@plimsoll/plugin-slo-node';
import { FakeMetricsSource } from '../sources/__fixtures__/FakeMetricsSource';
import { countTurns } from './__testUtils__/countTurns';
import { foundObjective } from './__testUtils__/foundObjective';
import { toRuleObjectives } from './toRuleObjectives';

function read(
  found: FoundObjective[],
  source: MetricsSource = FakeMetricsSource.create(),
) {
  return toRuleObjectives({
    matched: found.map(one => ({
      found: one,
      entityRef: 'component:default/cart',
    })),
    source: 'prometheus',
    sources: { names: ['prometheus'], get: () => ({ source }) },
  });
}

describe('toRuleObjectives', () => {
  it.each([
    [{ value: NaN, unit: 'm' }, 'NaN'],
    [{ value: Infinity, unit: 'd' }, 'Infinity'],
    [{ value: 1_234_567, unit: 'd' }, 106_666_588_800],
    [{ value: 30, unit: 'm' }, 1_800],
  ] as const)('refuses the window %j alone', async (window, seconds) => {
    const { objectives, refused } = await read([
      foundObjective({ id: 'odd', window }),
      foundObjective({ id: 'sound' }),
    ]);
    expect(objectives.map(({ definition }) => definition.ref)).toEqual([
      'slo:sloth.prometheus/sound',
    ]);
    expect(refused).toEqual([
      {
        origin: 'sloth',
        id: 'odd',
        code: 'unusable-window',
        params: { seconds },
      },
    ]);
  });

  it('refuses one that cannot become an objective, and says why', async () => {
    const source: MetricsSource = Object.assign(FakeMetricsSource.create(), {
      validate: ({ ref }: ObjectiveDefinition) => {
        if (ref.endsWith('/odd')) {
          throw new Error('Unexpected token in http://10.1.2.3:9090');
        }
        return [];
      },
    });
    const { objectives, refused } = await read(
      [foundObjective({ id: 'odd' }), foundObjective({ id: 'sound' })],
      source,
    );
    expect(objectives).toHaveLength(1);
    expect(refused).toEqual([
      {
        origin: 'sloth',
        id: 'odd',
        code: 'unreadable',
        params: { reason: expect.stringContaining('Unexpected token') },
      },
    ]);
    expect(JSON.stringify(refused)).not.toContain('10.1.2.3');
  });

  it('lets others have their turn', async () => {
    const found = ['a', 'b', 'c'].map(id => foundObjective({ id }));
    expect(await countTurns(() => read(found))).toBeGreaterThanOrEqual(3);
  });
});

import { countTurns } from './__testUtils__/countTurns';
import { foundObjective } from './__testUtils__/foundObjective';
import { refuseSharedRefs } from './refuseSharedRefs';

const sound = foundObjective({ id: 'sound' });
const shared = [
  foundObjective({ id: 'a/one', labels: { cluster: 'one' } }),
  foundObjective({ id: 'a/one', labels: { zone: 'one' } }),
];
const contradictory = { origin: 'sloth', id: 'a/one', code: 'contradictory' };

describe('refuseSharedRefs', () => {
  it('refuses all that share a ref, once, and leaves the others', async () => {
    expect(
      await refuseSharedRefs({
        source: 'prometheus',
        result: { found: [...shared, sound], refused: [] },
      }),
    ).toEqual({ found: [sound], refused: [contradictory] });
  });

  it('shows none whose sharer cannot be read just now', async () => {
    expect(
      await refuseSharedRefs({
        source: 'prometheus',
        result: {
          found: [shared[0]],
          refused: [{ origin: 'sloth', id: 'a/one', code: 'incomplete' }],
        },
      }),
    ).toEqual({ found: [], refused: [contradictory] });
  });

  it('keeps the reasons of what is refused already, and other tools apart', async () => {
    const result = {
      found: [sound],
      refused: [
        { origin: 'pyrra', id: 'sound', code: 'no-rate' },
        { origin: 'sloth', id: 'x', code: 'incomplete' },
        { origin: 'sloth', id: 'x', code: 'no-rate' },
      ],
    } satisfies Parameters<typeof refuseSharedRefs>[0]['result'];
    expect(await refuseSharedRefs({ source: 'prometheus', result })).toEqual(
      result,
    );
  });

  it('lets others have their turn', async () => {
    const result = { found: [...shared, sound], refused: [] };
    expect(
      await countTurns(() => refuseSharedRefs({ source: 'p', result })),
    ).toBeGreaterThanOrEqual(3);
  });
});

import fc from 'fast-check';
import { containerOf } from '../__testUtils__/containers';
import { nanosOf } from '../money/unitsOf';
import { spotSaving } from './spotSaving';

describe('spotSaving', () => {
  const options = {
    container: containerOf({ hasDisruptionBudget: true }),
    monthlyCost: nanosOf(100),
    discount: 0.5,
    isCritical: false,
  };

  it('moves at most half of the replicas', () => {
    expect(spotSaving(options)).toEqual({
      state: 'advised',
      spotReplicas: 2,
      theoretical: nanosOf(20),
      risk: 'medium',
      evidence: [
        { name: 'spot-replicas', value: '2' },
        { name: 'replicas', value: '5' },
        { name: 'already-on-spot', value: '0' },
        { name: 'disruption-budget', value: 'yes' },
        { name: 'discount', value: '50%' },
      ],
    });
    const three = containerOf({ replicas: 3, hasDisruptionBudget: true });
    expect(spotSaving({ ...options, container: three })).toEqual(
      expect.objectContaining({ spotReplicas: 1, risk: 'high' }),
    );
  });

  it('is riskier where nothing is known that keeps replicas running', () => {
    expect(spotSaving({ ...options, container: containerOf() })).toEqual(
      expect.objectContaining({
        risk: 'high',
        evidence: expect.arrayContaining([
          { name: 'disruption-budget', value: 'not-known' },
        ]),
      }),
    );
  });

  it('leaves out what is on spot already, and that it is paid less', () => {
    const container = containerOf({ spotReplicas: 1 });
    expect(spotSaving({ ...options, container })).toMatchObject({
      spotReplicas: 1,
      // 4.5 shares are paid; one of them becomes half
      theoretical: nanosOf((100 / 4.5) * 0.5),
    });
    // at half the price a ninth of the cost is a fifth of the replicas
    expect(spotSaving({ ...options, spotRatio: 1 / 9 })).toMatchObject({
      spotReplicas: 1,
      theoretical: nanosOf((100 / 4.5) * 0.5),
    });
  });

  it.each([
    ['critical', { isCritical: true }],
    ['stateful', { container: containerOf({ hasVolume: true }) }],
    ['stateful', { container: containerOf({ workloadKind: 'StatefulSet' }) }],
    ['too-few-replicas', { container: containerOf({ replicas: 1 }) }],
    ['on-spot', { spotRatio: 0.5 }],
    ['on-spot', { container: containerOf({ spotReplicas: 2 }) }],
  ])('refuses what is %s: %o', (reason, change) => {
    expect(spotSaving({ ...options, ...change })).toEqual({
      state: 'refused',
      reason,
    });
  });

  it('never saves more than it costs, and less the more is on spot', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 0, max: 200 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (replicas, onSpot, discount, cost) => {
          const at = (spotReplicas: number) =>
            spotSaving({
              ...options,
              discount,
              monthlyCost: nanosOf(cost),
              container: containerOf({ replicas, spotReplicas }),
            });
          const [saving, more] = [onSpot, onSpot + 1].map(spotReplicas => {
            const found = at(spotReplicas);
            return found.state === 'advised'
              ? found
              : { theoretical: 0n, spotReplicas: -spotReplicas };
          });
          expect(saving.theoretical <= nanosOf(cost)).toBe(true);
          expect(more.theoretical <= saving.theoretical).toBe(true);
          expect(saving.spotReplicas + onSpot).toBeLessThanOrEqual(
            replicas / 2,
          );
        },
      ),
    );
  });
});

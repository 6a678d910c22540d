import { finishTurns } from '@plimsoll/plugin-cost-common';
import type { MachineCharge } from './MachineCharge';
import { spotRatios } from './spotRatios';

const charge = (rest: Partial<MachineCharge>): MachineCharge => ({
  resourceId: 'i-1',
  subAccount: '1',
  day: '2026-11-19',
  effective: 3_000_000_000n,
  isCommitted: false,
  ...rest,
});

describe('spotRatios', () => {
  it('is the share of cost, of services with machines of their own', () => {
    expect(
      finishTurns(
        spotRatios([
          charge({ entityRef: 'a', pricing: 'standard' }),
          charge({
            entityRef: 'a',
            pricing: 'dynamic',
            effective: 1_000_000_000n,
          }),
          charge({ entityRef: 'b', isCommitted: true }),
          charge({ pricing: 'dynamic' }),
          charge({ entityRef: 'c', pricing: 'dynamic', effective: 0n }),
        ]),
      ),
    ).toEqual(
      new Map([
        ['a', 0.25],
        ['b', 0],
      ]),
    );
  });
});

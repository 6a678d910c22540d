import { finishTurns } from '@plimsoll/plugin-cost-common';
import { ChargeSums } from './ChargeSums';
import type { ResourceKey } from './readResourceKeys';

const machine = { subAccount: '905', isCommitted: false };
const key: ResourceKey = {
  resourceId: 'i-1',
  name: 'machine-1',
  category: 'compute',
};

describe('ChargeSums', () => {
  it.each([
    ['hours', 'transfer'],
    ['transfer', 'hours'],
  ])('knows the account of a machine that has %s before %s', (...order) => {
    const sums = ChargeSums.create(
      new Map<string, ResourceKey>([
        ['hours', { ...key, machine }],
        ['transfer', { ...key, category: 'network' }],
      ]),
    );
    for (const keyId of order) {
      sums.add({ keyId, day: '2026-11-17', effective: 10n });
    }

    expect(finishTurns(sums.resources())).toEqual([
      expect.objectContaining({ resourceId: 'i-1', subAccount: '905' }),
    ]);
  });
});

import fc from 'fast-check';
import type { BucketUse } from '../use/BucketUse';
import { storageSaving } from './storageSaving';
import { unreadBuckets } from './unreadBuckets';

const bucket: BucketUse = {
  resourceId: 'shop-exports',
  bytes: 1_000,
  objects: 10,
  days: 35,
  seenRatio: 1,
  bytesRead: 70,
  bytesWritten: 30,
};

describe('unreadBuckets', () => {
  it('claims what cannot have been read or written of late', () => {
    expect(unreadBuckets([bucket])).toEqual([
      {
        resourceId: 'shop-exports',
        kind: 'bucket',
        idleDays: 0,
        evidence: 'unread',
        storage: {
          bytes: 1_000,
          objects: 10,
          bytesReadPerMonth: 60,
          unreadRatio: 0.9,
        },
      },
    ]);
  });

  it.each([
    ['was read as often as it is large', { bytesRead: 1_000 }],
    ['is new', { bytesWritten: 1_000 }],
    ['was not seen for long enough', { seenRatio: 0.89 }],
    ['was looked at for less than a month', { days: 29 }],
    ['is empty', { bytes: 0 }],
    ['holds nobody knows how many objects', { objects: 0 }],
  ])('claims nothing of a bucket that %s', (_case, more) => {
    expect(unreadBuckets([{ ...bucket, ...more }])).toEqual([]);
  });

  it('never claims a byte that was read', () => {
    const objects = fc.array(
      fc.record({
        bytes: fc.integer({ min: 1, max: 1_000 }),
        reads: fc.integer({ min: 0, max: 3 }),
        isNew: fc.boolean(),
      }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(objects, all => {
        const sum = (some: typeof all, of = (o: (typeof all)[0]) => o.bytes) =>
          some.reduce((total, one) => total + of(one), 0);
        const bytes = sum(all);
        const [found] = unreadBuckets([
          {
            ...bucket,
            bytes,
            objects: all.length,
            bytesRead: sum(all, one => one.bytes * one.reads),
            bytesWritten: sum(all.filter(({ isNew }) => isNew)),
          },
        ]);
        const truth = sum(all.filter(one => one.reads === 0 && !one.isNew));
        expect((found?.storage?.unreadRatio ?? 0) * bytes).toBeLessThanOrEqual(
          truth + 1e-6,
        );
      }),
    );
  });

  it('is enough for a saving', () => {
    const [found] = unreadBuckets([
      { ...bucket, bytes: 2 ** 40, objects: 1_000, bytesRead: 2 ** 36 },
    ]);
    const saving = storageSaving({
      storage: found.storage!,
      prices: {
        standardGibMonth: 0.023,
        infrequentGibMonth: 0.0125,
        retrievalGib: 0.01,
        transitionPer1000: 0.01,
      },
    });
    expect(saving?.evidence).toContainEqual({ name: 'unread', value: '94%' });
  });
});

import { objectiveDefinition } from '../database/__testUtils__/insertObjectives';
import { measuredHash } from './measuredHash';

describe('measuredHash', () => {
  const base = objectiveDefinition();

  it.each([
    ['target', { target: 0.5, targetText: '50' }],
    [
      'window',
      { window: { kind: 'rolling', duration: { value: 7, unit: 'd' } } },
    ],
    ['texts', { displayName: 'Other', description: 'Other' }],
    ['service', { entityRef: 'component:default/other' }],
  ] as const)('stays when only the %s moves', (_what, change) => {
    expect(measuredHash({ ...base, ...change })).toBe(measuredHash(base));
  });

  it.each([
    ['source', { source: 'other' }],
    ['unit', { unit: 'slices' }],
    [
      'budgeting',
      {
        budgeting: { method: 'timeslices', sliceSeconds: 60, sliceTarget: 0.9 },
      },
    ],
    [
      'query',
      { indicator: { ...base.indicator, total: { spec: { query: 'other' } } } },
    ],
  ] as const)('changes with the %s', (_what, change) => {
    expect(measuredHash({ ...base, ...change } as typeof base)).not.toBe(
      measuredHash(base),
    );
  });

  it('does not depend on the order of keys in the document', () => {
    const spec = (query: object) => ({
      ...base,
      indicator: {
        kind: 'threshold' as const,
        operator: 'lt' as const,
        threshold: 1,
        metric: { spec: { ...query } },
      },
    });

    expect(measuredHash(spec({ a: 1, b: { c: [1, 2], d: null } }))).toBe(
      measuredHash(spec({ b: { d: null, c: [1, 2] }, a: 1 })),
    );
    expect(measuredHash(spec({ a: [1, 2] }))).not.toBe(
      measuredHash(spec({ a: [2, 1] })),
    );
  });
});

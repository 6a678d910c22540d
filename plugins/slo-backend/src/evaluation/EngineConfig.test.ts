import { mockServices } from '@backstage/backend-test-utils';
import { readEngineConfig } from './EngineConfig';

describe('readEngineConfig', () => {
  it('needs nothing', () => {
    expect(readEngineConfig(mockServices.rootConfig())).toEqual({
      backfillQueriesPerSecond: 5,
      keepDays: 1830,
      keepRemovedDays: 30,
    });
  });

  it('takes what is set', () => {
    const config = mockServices.rootConfig({
      data: {
        slo: {
          backfill: { queriesPerSecond: 0.5 },
          ledger: { keepDays: 500, keepRemovedDays: 7 },
        },
      },
    });

    expect(readEngineConfig(config)).toEqual({
      backfillQueriesPerSecond: 0.5,
      keepDays: 500,
      keepRemovedDays: 7,
    });
  });

  it('names the key that cannot be used', () => {
    const config = mockServices.rootConfig({
      data: { slo: { ledger: { keepDays: 0 } } },
    });

    expect(() => readEngineConfig(config)).toThrow(
      'slo.ledger.keepDays is 0; it must be above zero',
    );
  });
});

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

  it.each([
    [
      59,
      /^slo\.ledger\.keepDays is 59, .* set it to 60 or more, or leave it out/,
    ],
    [1, /^slo\.ledger\.keepDays is 1, /],
  ])('refuses to keep %d days, which no window lives on', (days, message) => {
    const config = mockServices.rootConfig({
      data: { slo: { ledger: { keepDays: days } } },
    });

    expect(() => readEngineConfig(config)).toThrow(message);
  });

  it('keeps as little as a month and its line need', () => {
    const config = mockServices.rootConfig({
      data: { slo: { ledger: { keepDays: 60 } } },
    });

    expect(readEngineConfig(config).keepDays).toBe(60);
  });
});

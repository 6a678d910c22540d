import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { DEFAULT_FACT_RULES } from '@plimsoll/plugin-stability-common';
import { readFactRules } from '../facts/readFactRules';
import { readTargets } from './readTargets';

const config = (stability: JsonObject) =>
  mockServices.rootConfig({ data: { stability } });

describe('readTargets', () => {
  it('reads shares, numbers a week and durations', () => {
    expect(
      readTargets(
        config({
          targets: {
            'change-failure-rate': 0.08,
            'deployment-frequency': 5,
            'failed-deployment-recovery-time': { minutes: 10 },
            'rollback-time': 'PT3M',
            'time-to-acknowledge': '90s',
          },
        }),
      ),
    ).toEqual({
      'change-failure-rate': 0.08,
      'deployment-frequency': 5,
      'failed-deployment-recovery-time': 600,
      'rollback-time': 180,
      'time-to-acknowledge': 90,
    });
    expect(readTargets(config({}))).toEqual({});
  });

  it.each([
    [{ 'change-failure-rate': -0.1 }, /write a share/],
    [{ 'rework-rate': 30 }, /rework-rate is 30/],
    [{ 'rollback-time': 'soon' }, /rollback-time/],
    [{ speed: 1 }, /names no metric; there are deployment-frequency/],
  ])('refuses %j', (targets, message) => {
    expect(() => readTargets(config({ targets } as JsonObject))).toThrow(
      message,
    );
  });
});

describe('readFactRules', () => {
  it('reads what differs and leaves the rest', () => {
    expect(readFactRules(config({}))).toEqual(DEFAULT_FACT_RULES);
    expect(
      readFactRules(
        config({
          environments: {
            production: ['live-*'],
            aliases: { Live: ['prod', 'live-*'], 'v1.0': [] },
          },
          rules: {
            verdictWindow: '12h',
            batchGap: { hours: 1 },
            reopenGap: 'PT5M',
            preventedBelowTraffic: 0,
            burnedShare: 1,
          },
        }),
      ),
    ).toEqual({
      production: ['live-*'],
      environmentAliases: { Live: ['prod', 'live-*'], 'v1.0': [] },
      verdictWindowSeconds: 12 * 3_600,
      batchGapSeconds: 3_600,
      reopenGapSeconds: 300,
      preventedBelowTraffic: 0,
      burnedShare: 1,
    });
  });

  it.each([
    [{ production: 'prod' }, /must list names under each environment/],
    [{ production: [''] }, /must list names/],
    [['prod'], /must list names/],
    [
      { production: ['prod'], live: ['Prod'] },
      /'prod' stands for 'production' and for 'live'/,
    ],
    [
      { production: ['Staging'], staging: [] },
      /'staging' stands for 'production' and for 'staging'/,
    ],
  ])('refuses the aliases %j', (aliases, message) => {
    expect(() =>
      readFactRules(config({ environments: { aliases } } as JsonObject)),
    ).toThrow(message);
  });

  it('takes an alias that is written twice', () => {
    const aliases = { production: ['prod', 'PROD', 'production'] };
    expect(
      readFactRules(config({ environments: { aliases } })).environmentAliases,
    ).toEqual(aliases);
  });

  it.each([
    [{ verdictWindow: 'a day or so' }, /verdictWindow/],
    [{ preventedBelowTraffic: 50 }, /preventedBelowTraffic is 50/],
    [{ burnedShare: -1 }, /burnedShare is -1/],
  ])('refuses %j', (rules, message) => {
    expect(() => readFactRules(config({ rules } as JsonObject))).toThrow(
      message,
    );
  });
});

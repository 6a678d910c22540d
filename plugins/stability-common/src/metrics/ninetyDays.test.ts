import { HistoryBuilder } from '../__fixtures__/HistoryBuilder';
import { later } from '../__fixtures__/instants';
import type { MetricName } from './MetricFigure';
import { metricsOf } from './metricsOf';

const from = '2026-08-21T22:00:00Z';
const now = '2026-11-19T22:00:00Z';

/**
 * 90 days of ShopKart's checkout as picture 05 has them: 61 deployments, the
 * last of them pending, two failed and rolled back, one prevented, one hotfix.
 */
function checkout(): HistoryBuilder {
  const history = HistoryBuilder.create();
  const live = (index: number) =>
    later('2026-08-22T10:00:00Z', index * 128_000);
  for (let index = 0; index < 60; index++) {
    history.deploys(`v${index}`, {
      at: live(index),
      unplanned: index === 50,
    });
    if (index === 20 || index === 40) {
      const seconds = index === 20 ? 130 : 138;
      history
        .incident(`INC-${index}`, {
          at: later(live(index), 295),
          acknowledged: later(live(index), 370),
          resolved: later(live(index), index === 20 ? 1500 : 715),
        })
        .deploys(`v${index - 1}`, {
          at: later(live(index), 472),
          seconds,
          rollback: true,
        });
    }
  }
  return history
    .deploys('canary', { at: '11-19 08:00', ends: 'aborted', traffic: 0.1 })
    .deploys('v60', { at: '11-19 16:20' });
}

const facts = checkout().facts({ now });
const { counts, metrics } = metricsOf({
  ...facts,
  from,
  to: now,
  now,
  targets: { 'change-failure-rate': 0.08, 'rollback-time': 180 },
});

function figure(name: MetricName) {
  return metrics.find(({ metric }) => metric === name)!;
}

describe('90 days of checkout', () => {
  it('has the counts of the picture', () => {
    expect(counts).toEqual({
      deployments: 61,
      failed: 2,
      pending: 1,
      prevented: 1,
      rollbacks: 2,
      incidents: 2,
      openIncidents: 0,
    });
    expect(
      facts.deployments.filter(({ type }) => type !== 'redeploy'),
    ).toHaveLength(64);
  });

  it('is deployed 4.7 times a week', () => {
    expect(figure('deployment-frequency').value?.toFixed(1)).toBe('4.7');
  });

  it('fails in 3.3 %, between 0.9 and 11.4 %, the pending one left out', () => {
    const { value, events, sampleSize, pending, interval, target } = figure(
      'change-failure-rate',
    );
    expect([events, sampleSize, pending]).toEqual([2, 60, 1]);
    expect(((value ?? 0) * 100).toFixed(1)).toBe('3.3');
    expect(((interval?.low ?? 0) * 100).toFixed(1)).toBe('0.9');
    expect(((interval?.high ?? 0) * 100).toFixed(1)).toBe('11.4');
    expect(target?.met).toBe(true);
  });

  it('shows both recoveries, 11 min and 24 min, and both rollbacks', () => {
    expect(figure('failed-deployment-recovery-time')).toMatchObject({
      state: 'too-few',
      samples: [655, 1440],
    });
    expect(figure('rollback-time')).toMatchObject({
      state: 'too-few',
      samples: [130, 138],
    });
  });

  it('was reworked three times in 63', () => {
    expect(figure('rework-rate')).toMatchObject({ events: 3, sampleSize: 63 });
  });

  it('caught one failure before its users did', () => {
    expect(figure('prevented-failures')).toMatchObject({
      value: 1,
      sampleSize: 3,
    });
  });

  it('has 14 weeks, the first and the last not whole', () => {
    const { trend } = figure('deployment-frequency');
    expect(trend).toHaveLength(14);
    expect(trend.reduce((sum, { value = 0 }) => sum + value, 0)).toBe(61);
  });
});

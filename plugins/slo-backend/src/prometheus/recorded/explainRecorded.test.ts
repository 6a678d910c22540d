import { failureRatio, objective } from '../__fixtures__/objectives';
import { explainRecorded } from './explainRecorded';

const explain = (given: Parameters<typeof objective>[0]) =>
  explainRecorded({
    objective: objective(given),
    definition: 'd1',
    enforcedMatchers: { tenant: 'shop' },
  });

describe('explainRecorded', () => {
  it('shows the formula of a bucket, of this objective, tenant and definition', () => {
    const [bad, total] = explain({ indicator: failureRatio('checkout') });
    const key =
      'tenant="shop",slo="slo:default/checkout-availability",objective="objective-1"';
    expect(bad).toEqual({
      name: 'bad',
      language: 'promql',
      text: `300 * sum_over_time(slo:sli_bad:rate5m{${key}}[299999ms]) / on (slo, objective) count_over_time(slo:objective:ratio{${key},definition="d1"}[299999ms])`,
      note: 'recorded-series',
      notes: ['recorded-series', 'extrapolated'],
    });
    expect(total.text).toContain(`slo:sli_total:rate5m{${key}}`);
  });

  it('does not call samples extrapolated', () => {
    const [bad] = explain({
      indicator: {
        kind: 'threshold',
        metric: { spec: { query: 'latency' } },
        operator: 'lt',
        threshold: 1,
      },
    });
    expect(bad.notes).toEqual(['recorded-series', 'sample-per-scrape']);
  });
});

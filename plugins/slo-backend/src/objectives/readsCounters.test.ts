import type { RatioIndicator } from '@plimsoll/plugin-slo-common';
import { readsCounters } from './readsCounters';

const query = (text: unknown) => ({ spec: { query: text } });
const ratio = (counter: boolean): RatioIndicator => ({
  kind: 'ratio',
  counter,
  good: query('good'),
  total: query('total'),
});

describe('readsCounters', () => {
  it('believes the document', () => {
    expect(readsCounters(ratio(true), query('sum(x)'))).toBe(true);
    expect(readsCounters(ratio(true), undefined)).toBe(false);
  });

  it('sees a query that takes the growth over the window itself', () => {
    const reads = (text: unknown) => readsCounters(ratio(false), query(text));
    expect(reads('sum(rate(x[{{.window}}]))')).toBe(true);
    expect(reads('sum(increase(x[{{.window}}]))')).toBe(true);
    expect(reads('sum(rate(x[5m]))')).toBe(false);
    expect(reads('sum(x)')).toBe(false);
  });

  it('does not fall over what is no PromQL', () => {
    const reads = (text: unknown) => readsCounters(ratio(false), query(text));
    expect(reads('select count(*) from requests')).toBe(false);
    expect(reads(42)).toBe(false);
  });
});

import type { JsonObject } from '@backstage/types';
import { metric, validSli } from '../__fixtures__/validDocuments';
import { faultsOf } from '../__fixtures__/faultsOf';
import { parseOpenSloDocument } from '../parseDocument';

const ratio = (ratioMetric: JsonObject) => validSli({ ratioMetric });

describe('SLI', () => {
  it.each([
    [{ thresholdMetric: metric('p95') }],
    [{ description: 'What it is', thresholdMetric: metric('p95') }],
    [{ ratioMetric: { counter: true, good: metric('g'), total: metric('t') } }],
    [{ ratioMetric: { counter: false, bad: metric('b'), total: metric('t') } }],
    [{ ratioMetric: { bad: metric('b'), total: metric('t') } }],
    [{ ratioMetric: { raw: metric('r'), rawType: 'success' } }],
    [{ ratioMetric: { counter: true, raw: metric('r'), rawType: 'failure' } }],
  ])('reads %j', spec => {
    expect(parseOpenSloDocument(validSli(spec))).toMatchObject({
      document: { spec },
    });
  });

  it.each([
    [
      validSli({ description: 'none' }),
      'spec: has no metric; write a ratioMetric or a thresholdMetric',
    ],
    [
      validSli({
        thresholdMetric: metric('p95'),
        ratioMetric: { good: metric('g'), total: metric('t') },
      }),
      'spec: has both a ratioMetric and a thresholdMetric; keep one',
    ],
    [
      ratio({ total: metric('t') }),
      'spec.ratioMetric: has neither good nor bad',
    ],
    [ratio({}), 'spec.ratioMetric: has neither good nor bad'],
    [
      ratio({ good: metric('g'), bad: metric('b'), total: metric('t') }),
      'spec.ratioMetric: has both good and bad; keep the one that is measured directly',
    ],
    [ratio({ good: metric('g') }), 'spec.ratioMetric.total: is missing'],
    [
      ratio({ raw: metric('r') }),
      'spec.ratioMetric.rawType: is missing; say whether',
    ],
    [
      ratio({ raw: metric('r'), rawType: 'good' }),
      'spec.ratioMetric.rawType: is none of success, failure',
    ],
    [
      ratio({ raw: metric('r'), rawType: 'success', total: metric('t') }),
      'spec.ratioMetric.total: does not go with raw',
    ],
    [
      ratio({ good: metric('g'), total: metric('t'), rawType: 'success' }),
      'spec.ratioMetric.rawType: goes with raw alone',
    ],
    [
      ratio({ good: metric('g'), total: metric('t'), counter: 'yes' }),
      'spec.ratioMetric.counter: is text where true or false belongs; say whether the series only ever grow',
    ],
    [
      ratio({ good: metric('g'), totals: metric('t'), total: metric('t') }),
      "spec.ratioMetric.totals: is not known here; did you mean 'total'?",
    ],
    [
      validSli({ description: 'x'.repeat(1051), thresholdMetric: metric('p') }),
      'spec.description: is longer than 1050 characters; shorten it',
    ],
  ])('refuses what cannot be measured: %#', (document, fault) => {
    expect(faultsOf(document)).toContainEqual(expect.stringContaining(fault));
  });

  it('counts characters as people do', () => {
    const description = '📈'.repeat(1050);
    expect(
      faultsOf(validSli({ description, thresholdMetric: metric('p') })),
    ).toEqual([]);
  });
});

import type { JsonObject, JsonValue } from '@backstage/types';
import { validSli } from '../__fixtures__/validDocuments';
import { faultsOf } from '../__fixtures__/faultsOf';

const withSource = (metricSource: JsonValue) =>
  validSli({ thresholdMetric: { metricSource } });
const withSpec = (spec: JsonObject) => withSource({ spec });

describe('metricSource', () => {
  it('leaves the spec to the source that reads it', () => {
    expect(
      faultsOf(
        withSource({
          metricSourceRef: 'stability',
          type: 'Anything',
          spec: { fact: 'incident', nested: { list: [1, true, null] } },
        }),
      ),
    ).toEqual([]);
  });

  it.each([
    [undefined, 'metricSource: is missing; write metricSource with the query'],
    ['up', 'metricSource: is text where a mapping belongs'],
    [{}, 'metricSource.spec: is missing; write what the source shall read'],
    [{ spec: {} }, 'metricSource.spec: is empty; write what the source'],
    [{ spec: 'up' }, 'metricSource.spec: is text where a mapping belongs'],
    [{ spec: { q: 1 }, url: 'x' }, 'metricSource.url: is not known here'],
    [
      { spec: { q: 1 }, metricSourceRef: 'https://prom' },
      'metricSource.metricSourceRef: is no name',
    ],
    [{ spec: { q: 1 }, type: 5 }, 'metricSource.type: is a number where text'],
  ])('refuses %j', (metricSource, fault) => {
    expect(faultsOf(withSource(metricSource as JsonValue))).toEqual([
      expect.stringContaining(`spec.thresholdMetric.${fault}`),
    ]);
  });

  it.each([
    'password',
    'secretAccessKey',
    'access_key_id',
    'API-KEY',
    'bearerToken',
    'connectionString',
  ])('refuses a credential under %s, without repeating it', key => {
    const faults = faultsOf(
      withSpec({ query: 'x', auth: [{ [key]: 'hunter2' }] }),
    );
    expect(faults).toEqual([
      expect.stringMatching(/spec\.auth\[0\].*looks like a credential/),
    ]);
    expect(faults.join()).not.toContain('hunter2');
  });

  it('pitfall 14: refuses a credential in a URL, without repeating it', () => {
    const faults = faultsOf(withSpec({ at: 'https://me:hunter2@prom/api' }));
    expect(faults).toEqual([
      expect.stringContaining('spec.at: is a URL with a credential in it'),
    ]);
    expect(faults.join()).not.toContain('hunter2');
  });

  it.each([
    { query: 'sum(rate(auth_token_failures_total{user="a@b"}[5m]))' },
    { tokenBucket: 'a', secretsCount: 1, url: 'https://dashboard/a@b' },
    { password: null },
  ])('takes %j, which only looks like one', spec => {
    expect(faultsOf(withSpec({ query: 'x', ...spec }))).toEqual([]);
  });
});

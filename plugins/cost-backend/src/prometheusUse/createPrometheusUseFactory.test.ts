import { mockServices } from '@backstage/backend-test-utils';
import { createPrometheusUseFactory } from './createPrometheusUseFactory';

const create = (data: object) =>
  createPrometheusUseFactory().create({
    name: 'metrics',
    config: mockServices.rootConfig({ data: data as {} }),
  });
const baseUrl = 'http://prometheus.example:9090';

describe('createPrometheusUseFactory', () => {
  it('makes a source of evidence', () => {
    expect(create({ baseUrl, days: 30 })).toMatchObject({
      kind: 'use',
      source: { name: 'metrics' },
    });
  });

  it.each([
    [{ baseUrl: 'prometheus' }, 'cost.sources.metrics.baseUrl is no http'],
    [{ baseUrl, days: 3 }, 'cost.sources.metrics.days is 3'],
    [{ baseUrl, days: 14.5 }, 'write a whole number from 7 to 30'],
    [{ baseUrl, cloudWatchPeriod: '2h' }, 'cloudWatchPeriod must be a whole'],
    [{ baseUrl, enforcedMatchers: { 'a b': 'c' } }, 'enforcedMatchers.a b'],
  ])('refuses %j', (data, message) => {
    expect(() => create(data)).toThrow(message);
  });
});

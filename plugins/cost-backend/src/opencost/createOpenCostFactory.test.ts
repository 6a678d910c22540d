import { mockServices } from '@backstage/backend-test-utils';
import { createOpenCostFactory } from './createOpenCostFactory';

const create = (data: object) =>
  createOpenCostFactory().create({
    name: 'cluster',
    config: mockServices.rootConfig({ data: data as {} }),
  });
const baseUrl = 'http://opencost.example:9003';

describe('createOpenCostFactory', () => {
  it('makes a source of shares in the currency of its prices', () => {
    expect(create({ baseUrl })).toMatchObject({
      kind: 'cluster',
      source: { name: 'cluster', currency: 'USD' },
    });
    expect(create({ baseUrl, currency: 'EUR' })).toMatchObject({
      source: { currency: 'EUR' },
    });
  });

  it.each([
    [{}, "Missing required config value at 'baseUrl'"],
    [{ baseUrl: 'opencost' }, 'cost.sources.cluster.baseUrl is no http'],
    [{ baseUrl, labels: ['a b'] }, "cost.sources.cluster.labels has 'a b'"],
    [{ baseUrl, labels: ['app,node'] }, 'is no label of Kubernetes'],
    [{ baseUrl, labels: [] }, 'is no label of Kubernetes'],
  ])('refuses %j', (data, message) => {
    expect(() => create(data)).toThrow(message);
  });
});

import type { AllocationBasis } from '@plimsoll/plugin-cost-common';
import { voice } from '../__testUtils__/voice';
import { basisText } from './basisText';

describe('how a cost came to a service', () => {
  afterEach(() => jest.restoreAllMocks());

  const text = (...bases: Array<[AllocationBasis, string]>) =>
    basisText({
      bases: bases.map(([basis, total]) => ({ basis, total })),
      total: '100.00',
      ...voice(),
    });

  it.each<[AllocationBasis, string]>([
    [{ by: 'direct', name: 'tag:app' }, 'owned alone, by its tag app'],
    [{ by: 'direct', name: 'resource:Amazon RDS' }, 'Amazon RDS, owned alone'],
    [{ by: 'direct', name: 'sub-account:42' }, 'account 42, owned alone'],
    [
      { by: 'direct', name: 'provider split' },
      'owned alone, by provider split',
    ],
    [{ by: 'rule', rule: 'load balancer' }, 'rule \u201cload balancer\u201d'],
    [
      { by: 'shared', pool: 'edge', key: 'requests', of: '2025-09-01' },
      'edge, by requests as in September 2025',
    ],
    [
      { by: 'shared', pool: 'edge', key: 'even', insteadOf: 'requests' },
      'edge, shared evenly: requests are not known',
    ],
    [
      {
        by: 'dependency',
        resourceRef: 'resource:default/redis',
        key: 'even',
        insteadOf: 'requests',
      },
      'redis, shared evenly: requests are not known',
    ],
    [
      { by: 'cluster', cluster: 'shopkart' },
      'pods in shopkart, at the billed node price',
    ],
    [
      { by: 'list-price', cluster: 'shopkart' },
      'pods in shopkart, at list price',
    ],
    [
      {
        by: 'dependency',
        resourceRef: 'resource:default/redis',
        key: 'requests',
      },
      'redis, by requests',
    ],
    [
      { by: 'shared', pool: 'platform', key: 'even' },
      'platform, shared evenly',
    ],
  ])('%j', (basis, expected) => {
    expect(text([basis, '100.00'])).toBe(expected);
  });

  it('tells the two largest of several with their parts', () => {
    expect(
      text(
        [{ by: 'rule', rule: 'a' }, '10.00'],
        [{ by: 'rule', rule: 'b' }, '65.00'],
        [{ by: 'rule', rule: 'c' }, '25.00'],
      ),
    ).toBe('rule \u201cb\u201d (65%); rule \u201cc\u201d (25%)');
  });
});

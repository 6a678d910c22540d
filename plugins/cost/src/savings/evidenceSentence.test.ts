import type { Saving } from '@plimsoll/plugin-cost-common';
import { voice } from '../__testUtils__/voice';
import { evidenceSentence } from './evidenceSentence';

describe('what speaks for a saving', () => {
  afterEach(() => jest.restoreAllMocks());

  const sentence = (kind: Saving['kind'], evidence: Record<string, string>) =>
    evidenceSentence({
      saving: {
        kind,
        currency: 'USD',
        evidence: Object.entries(evidence).map(([name, value]) => ({
          name,
          value,
        })),
      },
      ...voice(),
    });

  it.each<[Saving['kind'], Record<string, string>, string]>([
    [
      'right-size',
      { days: '30', replicas: '5', 'cpu-request': '500m', 'cpu-p95': '212m' },
      'Asks for 500m CPU a pod; p95 of 30 days uses 212m',
    ],
    [
      'right-size',
      { days: '30', 'memory-request': '2Gi', 'memory-peak': '900Mi' },
      'Asks for 2Gi of memory a pod; the peak of 30 days is 900Mi',
    ],
    [
      'idle',
      { 'idle-days': '38', use: 'not-attached' },
      'Idle for 38 days: attached to nothing',
    ],
    [
      'spot',
      { 'spot-replicas': '2', replicas: '5', discount: '50%' },
      '2 of its pods could run on spot nodes, 50% cheaper',
    ],
    [
      'commitment',
      { account: '2648', commitment: '2.5445', utilisation: '97%' },
      '$2.54 an hour in account 2648, of which 97% would be used',
    ],
    [
      'storage-lifecycle',
      { unread: '91%', size: '510.4 GiB', objects: '4100000' },
      '91% of 510.4 GiB in 4,100,000 objects is not read',
    ],
  ])('of a %s with %j', (kind, evidence, text) => {
    expect(sentence(kind, evidence)).toBe(text);
  });

  it('is the first names and values where there is no sentence for it', () => {
    expect(
      sentence('right-size', {
        'cpu-request': '500m',
        'cpu-p95': '212m',
        throttled: '0.0%',
        'out-of-memory': '0',
        colour: 'blue',
      }),
    ).toBe(
      'CPU asked for: 500m, CPU used at p95: 212m, Throttled: 0.0%, Killed for memory: 0',
    );
  });
});

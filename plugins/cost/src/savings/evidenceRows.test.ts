import { stopDate } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { NOW } from '../__fixtures__/checkoutEntity';
import { voice } from '../__testUtils__/voice';
import { evidenceRows } from './evidenceRows';

describe('the evidence of a saving', () => {
  afterEach(() => jest.restoreAllMocks());

  const saving = {
    currency: 'USD',
    evidence: [
      { name: 'cpu-request', value: '500m' },
      { name: 'cpu-p95', value: '212m' },
      { name: 'objects', value: '4100000' },
      { name: 'account', value: '264880301177' },
      { name: 'colour', value: 'blue' },
    ],
  };

  it('reads in words, counts as counts, an account as it is', () => {
    expect(evidenceRows({ saving, ...voice() })).toEqual([
      { name: 'CPU asked for', value: '500m' },
      { name: 'CPU used at p95', value: '212m' },
      { name: 'Objects', value: '4,100,000' },
      { name: 'Account', value: '264880301177' },
      { name: 'colour', value: 'blue' },
    ]);
  });

  it.each([
    ['use', 'not-attached', 'Use', 'attached to nothing'],
    [
      'use',
      'a word of a source of its own',
      'Use',
      'a word of a source of its own',
    ],
    ['commitment', '2.5445', 'Committed an hour', '$2.54'],
    ['storage-read-at', '2026-08-01', 'Last read', '1 Aug'],
    ['storage-read-at', '2026-08-01T10:00:00Z', 'Last read', '1 Aug'],
    ['days', '30', 'Days looked at', '30'],
    ['tier', '3', 'Tier', '3'],
    ['tier', 'label', 'Tier', 'its label says it may be stopped'],
    ['disruption-budget', 'not-known', 'Disruption budget', 'not known'],
  ])('of %s, %s reads %s: %s', (name, value, shownName, shownValue) => {
    stopDate(NOW);
    const rows = evidenceRows({
      saving: { currency: 'USD', evidence: [{ name, value }] },
      ...voice(),
    });
    jest.useRealTimers();
    expect(rows).toEqual([{ name: shownName, value: shownValue }]);
  });
});

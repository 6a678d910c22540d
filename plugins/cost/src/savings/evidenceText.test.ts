import { voice } from '../__testUtils__/voice';
import { evidenceRows, evidenceText } from './evidenceText';

describe('the evidence of a saving', () => {
  afterEach(() => jest.restoreAllMocks());

  const saving = {
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

  it('is short in a row: the drawer has all of it', () => {
    expect(evidenceText({ saving, ...voice() })).toBe(
      'CPU asked for: 500m, CPU used at p95: 212m, Objects: 4,100,000, Account: 264880301177',
    );
  });
});

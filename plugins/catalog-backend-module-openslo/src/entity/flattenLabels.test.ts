import { flattenLabels } from './flattenLabels';

describe('flattenLabels', () => {
  it('leaves labels alone that the catalog accepts', () => {
    const labels = { team: 'payments', tier: 'tier-1', empty: '' };
    expect(flattenLabels(labels)).toEqual({ labels });
    expect(flattenLabels(undefined)).toEqual({ labels: {} });
  });

  it('takes the first value that fits, and keeps all of them aside', () => {
    const labels = {
      team: ['payments', 'platform'],
      note: ['free text', 'word'],
      single: ['one'],
    };
    expect(flattenLabels(labels)).toEqual({
      labels: { team: 'payments', note: 'word', single: 'one' },
      original: JSON.stringify(labels),
    });
  });

  it('drops what the catalog would refuse, and keeps it aside', () => {
    const labels = { note: 'free text', long: 'x'.repeat(64), none: [] };
    expect(flattenLabels(labels)).toEqual({
      labels: {},
      original: JSON.stringify(labels),
    });
  });
});

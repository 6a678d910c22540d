import { sampleMeasurement } from './sampleMeasurement';

const samples = [1, 5, 9, 2, 8];
const measurement = sampleMeasurement({
  series: {
    kind: 'gauge',
    sample: minute => samples[minute],
    exists: () => true,
  },
  badness: sample => (sample < 6 ? 0 : 1),
});

describe('sampleMeasurement', () => {
  it('takes one sample at the start of each minute', () => {
    expect(measurement.occurrences(0, 300)).toMatchObject({ bad: 2, total: 5 });
    expect(measurement.occurrences(1, 121)).toMatchObject({ bad: 1, total: 2 });
    expect(measurement.occurrences(61, 120)).toMatchObject({ total: 0 });
  });

  it('judges a slice by the mean of its samples', () => {
    expect(measurement.goodRatio(0, 180)).toBe(1);
    expect(measurement.goodRatio(120, 300)).toBe(0);
    expect(measurement.goodRatio(61, 120)).toBeUndefined();
  });
});

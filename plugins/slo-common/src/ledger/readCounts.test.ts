import fc from 'fast-check';
import { readCounts } from './readCounts';

const measured = { kind: 'measured', inconsistent: false, badAbsent: false };
const absent = { kind: 'unmeasured', problem: 'absent' };
const notANumber = { kind: 'unmeasured', problem: 'not-a-number' };

describe('readCounts', () => {
  it('takes bad and total as they are', () => {
    expect(readCounts({ of: 'bad', bad: 3, total: 100 })).toEqual({
      ...measured,
      bad: 3,
      total: 100,
    });
  });

  it('takes what is not good for bad', () => {
    expect(readCounts({ of: 'good', good: 97, total: 100 })).toEqual({
      ...measured,
      bad: 3,
      total: 100,
    });
  });

  it('measures silence: zero of zero', () => {
    for (const counts of [
      { of: 'good' as const, good: 0, total: 0 },
      { of: 'bad' as const, bad: 0, total: 0 },
    ]) {
      expect(readCounts(counts)).toEqual({ ...measured, bad: 0, total: 0 });
    }
  });

  it.each([NaN, Infinity, -Infinity])(
    'pitfall 1: %d is an explicit problem, never a number',
    value => {
      expect(readCounts({ of: 'bad', bad: value, total: 9 })).toEqual(
        notANumber,
      );
      expect(readCounts({ of: 'good', good: value, total: 9 })).toEqual(
        notANumber,
      );
      expect(readCounts({ of: 'bad', bad: 1, total: value })).toEqual(
        notANumber,
      );
      expect(readCounts({ of: 'bad', total: value })).toEqual(notANumber);
    },
  );

  it('pitfall 2: without a total nothing was measured', () => {
    expect(readCounts({ of: 'bad', bad: 3 })).toEqual(absent);
    expect(readCounts({ of: 'good', good: 3 })).toEqual(absent);
    expect(readCounts({ of: 'bad' })).toEqual(absent);
  });

  it('pitfall 3: an error series that is absent beside a total means no errors', () => {
    expect(readCounts({ of: 'bad', total: 100 })).toEqual({
      ...measured,
      bad: 0,
      total: 100,
      badAbsent: true,
    });
  });

  it('pitfall 3: a good series that is absent beside events is no outage', () => {
    expect(readCounts({ of: 'good', total: 100 })).toEqual(absent);
    expect(readCounts({ of: 'good', total: 0 })).toEqual({
      ...measured,
      bad: 0,
      total: 0,
    });
  });

  it('pitfall 4: good > total is clamped and marked', () => {
    expect(readCounts({ of: 'good', good: 103, total: 100 })).toEqual({
      ...measured,
      bad: 0,
      total: 100,
      inconsistent: true,
    });
  });

  it('pitfall 4: bad > total and negative counts are clamped and marked', () => {
    const clamped = { ...measured, inconsistent: true };
    expect(readCounts({ of: 'bad', bad: 103, total: 100 })).toEqual({
      ...clamped,
      bad: 100,
      total: 100,
    });
    expect(readCounts({ of: 'bad', bad: -1, total: 100 })).toEqual({
      ...clamped,
      bad: 0,
      total: 100,
    });
    expect(readCounts({ of: 'good', good: -1, total: 100 })).toEqual({
      ...clamped,
      bad: 100,
      total: 100,
    });
    expect(readCounts({ of: 'bad', bad: 0, total: -5 })).toEqual({
      ...clamped,
      bad: 0,
      total: 0,
    });
  });

  it('ignores the part that was not asked for', () => {
    expect(
      readCounts({ of: 'bad', bad: 3, good: NaN, total: 100 }),
    ).toMatchObject({ bad: 3 });
  });

  it('property: what is measured is finite, 0 <= bad <= total', () => {
    const value = fc.option(
      fc.oneof(fc.double(), fc.integer(), fc.constantFrom(NaN, Infinity)),
      { nil: undefined },
    );
    fc.assert(
      fc.property(
        fc.constantFrom('good' as const, 'bad' as const),
        value,
        value,
        (of, part, total) => {
          const reading = readCounts({ of, [of]: part, total });
          const { bad, total: events } =
            reading.kind === 'measured' ? reading : { bad: 0, total: 0 };
          expect(Number.isFinite(bad) && Number.isFinite(events)).toBe(true);
          expect(bad).toBeGreaterThanOrEqual(0);
          expect(bad).toBeLessThanOrEqual(events);
        },
      ),
    );
  });
});

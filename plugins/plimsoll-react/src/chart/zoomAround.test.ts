import fc from 'fast-check';
import { zoomAround } from './zoomAround';

const HOUR = 3_600_000;
const range = (hours: number) => ({
  from: new Date(0),
  to: new Date(hours * HOUR),
});

describe('zoomAround', () => {
  it('shows a quarter with the instant in its middle', () => {
    expect(zoomAround({ at: new Date(50 * HOUR), range: range(100) })).toEqual({
      from: new Date(37.5 * HOUR),
      to: new Date(62.5 * HOUR),
    });
  });

  it('stays within the range, and shows an hour at least', () => {
    expect(zoomAround({ at: new Date(0), range: range(100) })).toEqual(
      range(25),
    );
    expect(zoomAround({ at: new Date(0), range: range(2) })).toEqual(range(1));
    expect(zoomAround({ at: new Date(0), range: range(0.5) })).toEqual(
      range(0.5),
    );
  });

  it('property: lies in the range and holds the instant', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (hours, share) => {
          const all = range(hours);
          const at = new Date(Math.floor(hours * HOUR * share));
          const { from, to } = zoomAround({ at, range: all });
          expect(+from).toBeGreaterThanOrEqual(0);
          expect(+to).toBeLessThanOrEqual(+all.to);
          expect(+from).toBeLessThanOrEqual(+at);
          expect(+to).toBeGreaterThanOrEqual(+at);
        },
      ),
    );
  });
});

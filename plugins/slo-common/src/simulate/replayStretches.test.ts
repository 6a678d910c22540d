import { replayStretches } from './replayStretches';

const HOUR = 3_600;
const span = { from: 0, to: 100 * HOUR };
const fast = { long: '1h', short: '5m' } as const;
const slower = { long: '6h', short: '30m' } as const;

describe('replayStretches', () => {
  it('looks every five minutes where buckets are that long', () => {
    expect(replayStretches({ ...span, pair: fast })).toEqual([
      { ...span, everySeconds: 300 },
    ]);
  });

  it('cannot replay five minutes on quarters of an hour', () => {
    const fineFrom = 70 * HOUR;
    expect(replayStretches({ ...span, pair: fast, fineFrom })).toEqual([
      { from: 0, to: 71 * HOUR },
      { from: 71 * HOUR, to: 100 * HOUR, everySeconds: 300 },
    ]);
  });

  it('looks at whole quarters every quarter, until the long window is fine', () => {
    const fineFrom = 70 * HOUR;
    expect(replayStretches({ ...span, pair: slower, fineFrom })).toEqual([
      { from: 0, to: 76 * HOUR, everySeconds: 900 },
      { from: 76 * HOUR, to: 100 * HOUR, everySeconds: 300 },
    ]);
  });

  it('is one stretch where no part of the span is fine enough, or all of it', () => {
    const pair = { long: '3d', short: '6h' } as const;
    expect(replayStretches({ ...span, pair, fineFrom: 70 * HOUR })).toEqual([
      { ...span, everySeconds: 900 },
    ]);
    expect(
      replayStretches({ ...span, pair: fast, fineFrom: -2 * HOUR }),
    ).toEqual([{ ...span, everySeconds: 300 }]);
    expect(replayStretches({ pair: fast, from: 5, to: 5 })).toEqual([]);
  });
});

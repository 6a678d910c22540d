import { NOON } from '../__fixtures__/facts';
import { countedIncident } from './countedIncident';

const of = (
  lasted: number | undefined,
  options: { presumed?: boolean; now?: number } = {},
) =>
  countedIncident({
    incident: {
      startedAt: NOON,
      endedAt: lasted === undefined ? undefined : NOON + lasted,
      presumed: options.presumed ?? false,
    },
    withinSeconds: 600,
    now: options.now ?? NOON + 86_400,
  });
const bad = [{ at: NOON + 600, bad: true }];

describe('countedIncident', () => {
  it('is good when it ended in time', () => {
    expect(of(420)).toEqual([{ at: NOON + 420, bad: false }]);
    expect(of(600)).toEqual([{ at: NOON + 600, bad: false }]);
  });

  it('is bad when its time was up, open or over, whenever it ends', () => {
    expect(of(601)).toEqual(bad);
    expect(of(undefined)).toEqual(bad);
    expect(of(80_000)).toEqual(bad);
  });

  it('is nothing while its time is not up', () => {
    expect(of(undefined, { now: NOON + 600 })).toEqual([]);
  });

  it('is never good when its end was only concluded', () => {
    expect(of(420, { presumed: true })).toEqual([]);
    expect(of(28_800, { presumed: true })).toEqual(bad);
  });
});

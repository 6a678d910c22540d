import fc from 'fast-check';
import { revisedRange, unitedRange } from './revisedRange';
import type { ServiceEvents } from './ServiceEvents';

const past = (
  first: number | undefined,
  ...deployments: Array<[at: number, failed?: boolean]>
): ServiceEvents => ({
  first,
  deployments: deployments.map(([at, failed = false]) => ({ at, failed })),
  incidents: [],
});

describe('revisedRange', () => {
  it('is the stretch from the first to the last difference', () => {
    expect(
      revisedRange(past(1, [10], [20], [30]), past(1, [10], [20, true], [31])),
    ).toEqual({ from: 20, to: 32 });
  });

  it('has no end where nothing was known', () => {
    expect(revisedRange(past(undefined), past(5, [10]))).toEqual({
      from: 5,
      to: Infinity,
    });
  });

  it('begins where more became known', () => {
    expect(revisedRange(past(50, [60]), past(20, [60]))).toEqual({
      from: 20,
      to: 51,
    });
  });

  it('sees one of two alike go', () => {
    expect(revisedRange(past(1, [10], [10]), past(1, [10]))).toEqual({
      from: 10,
      to: 11,
    });
  });

  it('reaches from the beginning of an incident to its end', () => {
    const open = { startedAt: 10, presumed: false };
    const of = (...incidents: Array<typeof open & { endedAt?: number }>) => ({
      ...past(1),
      incidents,
    });
    expect(revisedRange(of(), of({ ...open, endedAt: 30 }))).toEqual({
      from: 10,
      to: 31,
    });
    expect(revisedRange(of(open), of({ ...open, endedAt: 30 }))).toEqual({
      from: 10,
      to: Infinity,
    });
    expect(revisedRange(of(open), of(open))).toBeUndefined();
  });

  it('is none exactly where nothing differs, in any order', () => {
    const event = fc.tuple(fc.nat(50), fc.boolean());
    fc.assert(
      fc.property(
        fc
          .array(event)
          .chain(all =>
            fc.tuple(
              fc.constant(all),
              fc.shuffledSubarray(all, { minLength: all.length }),
            ),
          ),
        event,
        ([one, shuffled], [at, failed]) => {
          expect(revisedRange(past(0, ...one), past(0, ...shuffled))).toBe(
            undefined,
          );
          expect(
            revisedRange(past(0, ...one), past(0, ...shuffled, [at, failed])),
          ).toEqual({ from: at, to: at + 1 });
        },
      ),
    );
  });
});

describe('unitedRange', () => {
  it('covers both', () => {
    expect(unitedRange(undefined, { from: 3, to: 4 })).toEqual({
      from: 3,
      to: 4,
    });
    expect(unitedRange({ from: 1, to: 2 }, { from: 3, to: 4 })).toEqual({
      from: 1,
      to: 4,
    });
  });
});

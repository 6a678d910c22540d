import { InputError } from '@backstage/errors';
import fc from 'fast-check';
import { instants } from '../__testUtils__/arbitraries';
import { isoInstant, unixSeconds } from './isoInstant';

describe('isoInstant', () => {
  it('writes Unix seconds as an instant in UTC', () => {
    expect(isoInstant(0)).toBe('1970-01-01T00:00:00.000Z');
    expect(isoInstant(1_795_262_400)).toBe('2026-11-21T12:00:00.000Z');
  });

  it('reads instants of any offset', () => {
    expect(unixSeconds('2026-11-21T13:00:00+01:00')).toBe(1_795_262_400);
  });

  it('names the text that is no instant', () => {
    expect(() => unixSeconds('yesterday')).toThrow(InputError);
    expect(() => unixSeconds('yesterday')).toThrow(/'yesterday' is no instant/);
  });

  it('property: reading is the inverse of writing', () => {
    fc.assert(
      fc.property(instants, at => {
        expect(unixSeconds(isoInstant(at))).toBe(at);
      }),
    );
  });
});

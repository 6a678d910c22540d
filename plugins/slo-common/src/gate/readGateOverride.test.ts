import fc from 'fast-check';
import { readGateOverride } from './readGateOverride';

describe('readGateOverride', () => {
  it.each([
    ['off', { off: true }],
    [' off ', { off: true }],
    ['exhausted=warn', { whenExhausted: 'warn' }],
    [
      'exhausted = allow , warnBelowPercent=2.5',
      { whenExhausted: 'allow', warnBelow: 0.025 },
    ],
    ['warnBelowPercent=0,', { warnBelow: 0 }],
  ])('reads %s', (text, override) => {
    expect(readGateOverride(text)).toEqual({ override });
  });

  it.each([
    [''],
    [' , '],
    ['on'],
    ['off, exhausted=warn'],
    ['exhausted'],
    ['exhausted=freeze'],
    ['warnBelowPercent=-1'],
    ['warnBelowPercent=101'],
    ['warnBelowPercent=1e9'],
    ['warnBelowPercent=NaN'],
    ['exhausted=warn;warnBelowPercent=5'],
  ])('says how to write it instead of %p', text => {
    const { override, fault } = readGateOverride(text);
    expect(override).toBeUndefined();
    expect(fault).toMatch(/plimsoll\.dev\/slo-gate .*; write off, or/);
  });

  it('survives any text, and never gives more than it reads', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), text => {
        const { fault } = readGateOverride(text);
        expect(fault === undefined || fault.length < 300).toBe(true);
      }),
    );
  });
});

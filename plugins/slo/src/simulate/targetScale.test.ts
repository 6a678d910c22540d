import fc from 'fast-check';
import {
  percentOf,
  sliderIndex,
  SLIDER_TARGETS,
  targetOf,
  USUAL_TARGETS,
} from './targetScale';

describe('targetScale', () => {
  it('has every usual target, ascending', () => {
    expect(SLIDER_TARGETS[0]).toBe(90);
    expect(SLIDER_TARGETS.at(-1)).toBe(99.999);
    expect([...SLIDER_TARGETS].sort((a, b) => a - b)).toEqual(SLIDER_TARGETS);
    for (const usual of USUAL_TARGETS) {
      expect(SLIDER_TARGETS).toContain(Number(usual));
    }
  });

  it('stands on the nearest', () => {
    expect(SLIDER_TARGETS[sliderIndex(99.95)]).toBe(99.95);
    expect(SLIDER_TARGETS[sliderIndex(99.952)]).toBe(99.95);
    expect(SLIDER_TARGETS[sliderIndex(50)]).toBe(90);
    expect(SLIDER_TARGETS[sliderIndex(99.99999)]).toBe(99.999);
  });

  it('reads what is a target, and nothing else', () => {
    expect(targetOf('99.95')).toBe(0.9995);
    expect(targetOf('0')).toBe(0);
    for (const text of ['', ' ', '100', '-1', 'all', '1e3', 'NaN']) {
      expect([text, targetOf(text)]).toEqual([text, undefined]);
    }
  });

  it('property: comes back from percent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), value => {
        const target = value / 1e7;
        expect(targetOf(percentOf(target))).toBe(target);
      }),
    );
  });
});

import fc from 'fast-check';
import { mergeAnnotation } from './mergeAnnotation';

describe('one more entry in an annotation', () => {
  it.each([
    [undefined, 'app=jobs', 'app=jobs'],
    ['', 'app=jobs', 'app=jobs'],
    ['service=checkout', 'app=jobs', 'service=checkout,app=jobs'],
    [' service=checkout , app=jobs', 'app=jobs', 'service=checkout,app=jobs'],
  ])('%j and %j is %j', (present, added, merged) => {
    expect(mergeAnnotation(present, added)).toBe(merged);
  });

  it('keeps all that stood there, and changes nothing the second time', () => {
    const entry = fc.stringMatching(/^[a-z]{1,4}=[a-z]{1,4}$/);
    fc.assert(
      fc.property(fc.array(entry), entry, (present, added) => {
        const merged = mergeAnnotation(present.join(','), added);
        expect(new Set(merged.split(','))).toEqual(
          new Set([...present, added]),
        );
        expect(mergeAnnotation(merged, added)).toBe(merged);
      }),
    );
  });
});

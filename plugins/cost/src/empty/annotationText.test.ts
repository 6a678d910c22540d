import { annotationText } from './annotationText';

describe('an annotation in catalog-info.yaml', () => {
  it.each([
    ['service=checkout', 'service=checkout'],
    ['checkout', 'checkout'],
    ['a=b,c=d', '>-\n      a=b,\n      c=d'],
    ['a=b,,c=d', '"a=b,,c=d"'],
    ['a=b, c=d', '"a=b, c=d"'],
    ['arn:aws:s3:::invoices', '"arn:aws:s3:::invoices"'],
    ['264880301177', '"264880301177"'],
    ['true', '"true"'],
    ['No', '"No"'],
    ['say "hi"', '"say \\"hi\\""'],
  ])('%s is written %s', (value, written) => {
    expect(annotationText({ key: 'plimsoll.dev/cost-tags', value })).toBe(
      `metadata:\n  annotations:\n    plimsoll.dev/cost-tags: ${written}\n`,
    );
  });
});

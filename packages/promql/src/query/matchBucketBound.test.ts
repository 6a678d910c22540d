import { matchBucketBound } from './matchBucketBound';

describe('pitfall 7: matchBucketBound', () => {
  const patternFor = (value: string) =>
    matchBucketBound({ label: 'le', operator: '=', value });

  it.each([
    ['1', ['1', '1.0'], ['10', '1.5', '1x0', '11.0']],
    ['1.0', ['1', '1.0'], ['1.00']],
    ['10', ['10', '10.0'], ['1', '100']],
    ['0', ['0', '0.0'], ['0.1']],
    ['1000000', ['1000000', '1000000.0', '1e+06'], ['1e06', '1ee06']],
    ['2500000', ['2500000', '2500000.0', '2.5e+06'], ['2x5e+06']],
  ])('le="%s" matches as on every server', (value, matching, others) => {
    const { operator, value: pattern } = patternFor(value);
    expect(operator).toBe('=~');
    const regex = new RegExp(`^(?:${pattern})$`);
    matching.forEach(one => expect(regex.test(one)).toBe(true));
    others.forEach(one => expect(regex.test(one)).toBe(false));
  });

  it.each(['0.3', '+Inf', '1e3', '', '.5', '1.05'])(
    'leaves le="%s" as it is',
    value => {
      expect(patternFor(value)).toEqual({ label: 'le', operator: '=', value });
    },
  );

  it('leaves other labels and operators as they are', () => {
    const quantile = { label: 'quantile', operator: '=', value: '1' } as const;
    const regex = { label: 'le', operator: '=~', value: '1' } as const;
    const not = { label: 'le', operator: '!=', value: '1' } as const;
    expect([quantile, regex, not].map(matchBucketBound)).toEqual([
      quantile,
      regex,
      not,
    ]);
  });
});

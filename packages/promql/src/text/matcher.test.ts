import { parser } from '@prometheus-io/lezer-promql';
import fc from 'fast-check';
import { type MatchOperator, renderLabel, renderMatcher } from './matcher';

describe('renderMatcher', () => {
  it('quotes values and names that are no identifiers', () => {
    expect(renderMatcher({ label: 'job', operator: '=', value: 'a"b' })).toBe(
      'job="a\\"b"',
    );
    expect(renderLabel('app.kubernetes.io/name')).toBe(
      '"app.kubernetes.io/name"',
    );
  });

  it('is one matcher, whatever the value', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom<MatchOperator>('=', '!=', '=~', '!~'),
        (value, operator) => {
          const query = `up{${renderMatcher({
            label: 'job',
            operator,
            value,
          })}}`;
          const names: string[] = [];
          parser
            .parse(query)
            .iterate({ enter: node => void names.push(node.name) });
          expect(names.filter(name => name === '⚠')).toEqual([]);
          expect(names.filter(name => /LabelMatcher$/.test(name))).toHaveLength(
            1,
          );
        },
      ),
    );
  });
});

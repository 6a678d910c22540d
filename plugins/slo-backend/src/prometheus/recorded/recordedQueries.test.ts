import { parser } from '@prometheus-io/lezer-promql';
import { allBadQuery, knownQuery, valuesQuery } from './recordedQueries';

const definitions = {
  label: 'definition',
  operator: '=~' as const,
  value: '[01].*',
};
const tenant = { label: 'tenant', operator: '=' as const, value: 'a"b' };

const queries = (matchers: Array<typeof tenant>) => [
  knownQuery({ matchers, definitions }),
  allBadQuery({ matchers, definitions, stretchSeconds: 840 }),
  ...(['newest', 'settled'] as const).flatMap(span =>
    (['bad', 'total'] as const).map(series =>
      valuesQuery({ matchers, definitions, span, series }),
    ),
  ),
];

describe('recorded queries', () => {
  it('can be read, with and without a tenant', () => {
    for (const text of [...queries([]), ...queries([tenant])]) {
      expect(parser.parse(text).toString()).not.toContain('⚠');
    }
  });

  it('carry what the source demands in every selector', () => {
    for (const text of queries([tenant])) {
      const selectors = text.match(/slo:\w+:\w+[^[]*/g)!;
      expect(selectors.length).toBeGreaterThan(1);
      for (const selector of selectors) {
        expect(selector).toContain(String.raw`tenant="a\"b"`);
      }
    }
  });

  it('ask for one part of the definitions, and compare with all there are', () => {
    const [known] = queries([]);
    expect(known.match(/definition=~"\[01\]\.\*"/g)).toHaveLength(1);
    expect(known.match(/slo:objective:ratio/g)).toHaveLength(2);
  });
});

import { parser } from '@prometheus-io/lezer-promql';
import { objective, ratio } from '../__fixtures__/objectives';
import { measure } from './measure';
import { packQueries } from './packQueries';
import { planUnits } from './planUnits';

const evaluation = { start: 300, end: 300, step: 300, windowSeconds: 300 };

const totals = (...queries: string[]) =>
  queries.map(
    total =>
      measure(objective({ indicator: ratio({ bad: total, total }) }), {
        scrapeSeconds: 60,
        enforcedMatchers: {},
      }).total,
  );

const pack = (careful: boolean, ...queries: string[]) =>
  packQueries({ units: planUnits(totals(...queries)), evaluation, careful });

function expectReadable(text: string) {
  expect(parser.parse(text).toString()).not.toContain('⚠');
}

describe('packQueries', () => {
  it('asks for the values and the resets of several units in one query', () => {
    const [query, ...others] = pack(
      false,
      'sum(x)',
      'sum(y{s="1"})',
      'sum(y{s="2"})',
    );
    expect(others).toEqual([]);
    expect(query.memberCount).toBe(3);
    expectReadable(query.text);
    expect(query.text.match(/label_replace\(/g)).toHaveLength(4);
    expect(query.text).toContain('"plimsoll_part", "3", "", "")');
    expect(query.ownerOf({ plimsoll_part: '0' })).toMatchObject({
      reads: 'values',
    });
    const [x, one, two] = totals('sum(x)', 'sum(y{s="1"})', 'sum(y{s="2"})');
    const keyOf = (labels: Record<string, string>) => {
      const owner = query.ownerOf(labels);
      return owner && `${owner.reads} ${owner.expression.key}`;
    };
    expect(keyOf({ plimsoll_part: '1' })).toBe(`resets ${x.key}`);
    expect(keyOf({ plimsoll_part: '2', s: '1' })).toBe(`values ${one.key}`);
    expect(keyOf({ plimsoll_part: '3', s: '2' })).toBe(`resets ${two.key}`);
    expect(keyOf({ plimsoll_part: '2', s: '3' })).toBeUndefined();
    expect(keyOf({ plimsoll_part: '2' })).toBeUndefined();
    expect(keyOf({ plimsoll_part: '9' })).toBeUndefined();
    expect(keyOf({})).toBeUndefined();
  });

  it('asks for a single part without any label', () => {
    const [query] = pack(true, 'sum(x)');
    expect(query.text).toBe(
      totals('sum(x)')[0].render({ windowSeconds: 300, careful: true }),
    );
    expect(query.ownerOf({ any: 'label' })).toMatchObject({ reads: 'values' });
  });

  it('bundles at most twenty units', () => {
    const queries = pack(
      false,
      ...Array.from({ length: 45 }, (_, i) => `sum(metric_${i})`),
    );
    expect(queries.map(({ units }) => units.length)).toEqual([20, 20, 5]);
    queries.forEach(({ text }) => expectReadable(text));
  });

  it('keeps queries below the 16 KiB that VictoriaMetrics reads', () => {
    const queries = pack(
      true,
      ...Array.from(
        { length: 1_000 },
        (_, i) =>
          `sum(rate(http_requests_total{service="größe-${i}"}[{{.window}}]))`,
      ),
    );
    expect(queries.length).toBeGreaterThan(5);
    const members = queries.map(({ memberCount }) => memberCount);
    expect(members.reduce((a, b) => a + b)).toBe(1_000);
    for (const { text } of queries) {
      expect(Buffer.byteLength(text)).toBeLessThan(16_384);
    }
  });

  it('bundles at most 500 expressions', () => {
    const queries = pack(
      false,
      ...Array.from({ length: 900 }, (_, i) => `sum(x{s="${i}"})`),
      ...Array.from({ length: 300 }, (_, i) => `sum(y{s="${i}"})`),
    );
    for (const { memberCount } of queries) {
      expect(memberCount).toBeLessThanOrEqual(500);
    }
  });

  it('sends a query that is too long by itself as it is', () => {
    const selector = `metric{a="${'x'.repeat(5_000)}"}`;
    expect(pack(false, `sum(${selector})`, 'sum(y)')).toHaveLength(2);
  });
});

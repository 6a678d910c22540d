import { parser } from '@prometheus-io/lezer-promql';
import fc from 'fast-check';
import { type MatchOperator, renderMatcher } from '../text/matcher';
import { counterTemplate } from './counterTemplate';
import { renderResets, renderTemplate } from './QueryTemplate';
import { renderRate } from './renderRate';

/** A query without the values of its matchers. */
type Skeleton = (values: () => string) => string;

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom(
      ...['"', "'", '`', '\\', '\n', '\r', '\0', '{', '}', '[', ']', '('],
      ...[')', ',', '=', '~', '#', ' ', '$', '|', '.', '*', 'a', '5', '\u2028'],
    ),
    maxLength: 12,
  }),
  fc.constantFrom('"} or vector(1) #', '\\', '{{.window}}', '\ud800', '"}) #'),
);

const matcher = fc.record({
  label: fc.constantFrom('service', 'code', 'app.kubernetes.io/name'),
  operator: fc.constantFrom<MatchOperator>('=', '!=', '=~', '!~'),
});

const selector: fc.Arbitrary<Skeleton> = fc
  .tuple(
    fc.constantFrom('requests_total', 'job:errors:total'),
    fc.array(matcher, { maxLength: 3 }),
  )
  .map(([metric, matchers]) => values => {
    const texts = matchers.map(one =>
      renderMatcher({ ...one, value: values() }),
    );
    return texts.length ? `${metric}{${texts.join(',')}}` : metric;
  });

const aggregation: fc.Arbitrary<Skeleton> = fc
  .tuple(
    selector,
    fc.constantFrom('sum', 'max', 'sum by (code)', 'sum without (pod)'),
    fc.constantFrom('[{{.window}}]', '[{{ .window }}]'),
  )
  .map(
    ([inner, operator, range]) =>
      values =>
        `${operator} (rate(${inner(values)}${range}))`,
  );

const query: fc.Arbitrary<Skeleton> = fc.oneof(
  aggregation,
  fc.tuple(aggregation, fc.constantFrom('+', '-'), aggregation).map(
    ([left, operator, right]) =>
      (values: () => string) =>
        `${left(values)} ${operator} (${right(values)})`,
  ),
  fc.tuple(aggregation, fc.integer({ min: 1, max: 99 })).map(
    ([inner, share]) =>
      (values: () => string) =>
        `${share} * ${inner(values)} / 100`,
  ),
  fc.tuple(aggregation).map(([inner]) => (values: () => string) => {
    return `clamp_min(${inner(values)}, 0) or vector(0)`;
  }),
);

function shapeOf(text: string): string {
  return parser.parse(text).toString();
}

/** Everything that the builder makes of one query. */
function shapesOf(
  text: string,
  { enforced, grouped }: { enforced: string; grouped: string },
): string[] {
  const template = counterTemplate(text, {
    enforcedMatchers: { tenant: enforced },
    absentIsZero: true,
  });
  const options = {
    windowSeconds: 300,
    scrapeSeconds: 60,
    group: { label: 'tenant', values: [grouped, 'b'] },
  };
  return [
    renderRate(template, { rangeSeconds: 300 }),
    renderTemplate(template, options),
    renderResets(template, options) ?? '',
  ].map(shapeOf);
}

/** Tame values in place of wild ones: equal where those are equal. */
function tamed(wild: readonly string[]): () => string {
  const known = wild.map(value => Buffer.from(value).toString());
  let next = 0;
  return () => `x${known.indexOf(known[next++])}`;
}

const TAME = { enforced: 'shop', grouped: 'a' };

describe('the query builder', () => {
  it('keeps the shape of 20,000 queries, whatever their values hold', () => {
    // A placeholder in a document's value is refused; see below.
    const own = hostile.filter(value => !value.includes('{{'));
    const values = fc.array(own, { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(
        query,
        values,
        hostile,
        hostile,
        (make, wild, enforced, grouped) => {
          const tame = shapesOf(make(tamed(wild)), TAME);
          expect(tame.join()).not.toContain('⚠');
          let next = 0;
          const text = make(() => wild[next++]);
          expect(shapesOf(text, { enforced, grouped })).toEqual(tame);
        },
      ),
      { numRuns: 20_000 },
    );
    // half a minute here
  }, 900_000);

  it('refuses a placeholder that hides in a value', () => {
    const hidden = 'sum(rate(x{a="{{.window}}"}[{{.window}}]))';
    expect(() => shapesOf(hidden, TAME)).toThrow('outside of a range');
  });

  it('would notice a value that ends its literal', () => {
    const tame = shapesOf('sum(rate(x{a="b"}[{{.window}}]))', TAME);
    const broken = shapesOf(
      'sum(rate(x{a="b"} [{{.window}}])) or sum(rate(y{a=""}[{{.window}}]))',
      TAME,
    );
    expect(broken).not.toEqual(tame);
  });
});

import { objective, failureRatio, ratio } from '../__fixtures__/objectives';
import type { Expression } from './Expression';
import { measure } from './measure';
import { planUnits } from './planUnits';
import { groupOf, splitUnits } from './QueryUnit';

const options = { scrapeSeconds: 60, enforcedMatchers: {} };

const totalOf = (total: string): Expression =>
  measure(objective({ indicator: ratio({ bad: total, total }) }), options)
    .total;

const totals = (...selectors: string[]) =>
  selectors.map(selector => totalOf(`sum(rate(${selector}[{{.window}}]))`));

/** Label and values of each unit. */
const plan = (expressions: Expression[], maxMembers?: number) =>
  planUnits(expressions, maxMembers).map(({ label, members }) => [
    label,
    ...members.map(({ value }) => value),
  ]);

describe('planUnits', () => {
  it('puts expressions together that differ in one value', () => {
    expect(
      plan(totals('x{s="1"}', 'x{s="2"}', 'y{s="1"}', 'x{s="3"}')),
    ).toEqual([
      ['s', '1', '2', '3'],
      [undefined, ''],
    ]);
  });

  it('does not put together what differs in more', () => {
    expect(
      plan(totals('x{s="1",e="a"}', 'x{s="2",e="b"}', 'x{s="3"}')),
    ).toEqual([
      [undefined, ''],
      [undefined, ''],
      [undefined, ''],
    ]);
  });

  it('takes the label with the largest group', () => {
    expect(
      plan(
        totals(
          'x{s="1",e="a"}',
          'x{s="2",e="a"}',
          'x{s="3",e="a"}',
          'x{s="3",e="b"}',
        ),
      ),
    ).toEqual([
      ['s', '1', '2', '3'],
      ['e', 'b'],
    ]);
  });

  it('prefers the first label by name where both would do', () => {
    expect(
      plan(totals('x{s="1",e="a"}', 'x{s="2",e="a"}', 'x{s="1",e="b"}')),
    ).toEqual([
      ['e', 'a', 'b'],
      ['s', '2'],
    ]);
  });

  it('cuts groups that are too large', () => {
    const many = totals(...Array.from({ length: 7 }, (_, i) => `x{s="${i}"}`));
    expect(plan(many, 3).map(unit => unit.length - 1)).toEqual([3, 3, 1]);
    expect(plan(many)).toHaveLength(1);
  });

  it('asks a group of one as it stands', () => {
    const [unit] = planUnits(totals('x{s="1"}', 'x{s="2"}'));
    expect(groupOf(unit)).toEqual({ label: 's', values: ['1', '2'] });
    const parts = splitUnits([unit], 2).flat();
    expect(parts.map(groupOf)).toEqual([undefined, undefined]);
    expect(parts.map(({ members }) => members[0].value)).toEqual(['1', '2']);
  });

  it('groups portions and totals of many services each by themselves', () => {
    const expressions = ['a', 'b', 'c'].flatMap(service => {
      const measurement = measure(
        objective({ indicator: failureRatio(service) }),
        options,
      );
      return [measurement.portion, measurement.total];
    });
    expect(plan(expressions)).toEqual([
      ['service', 'a', 'b', 'c'],
      ['service', 'a', 'b', 'c'],
    ]);
  });
});

describe('splitUnits', () => {
  const values = (parts: ReturnType<typeof splitUnits>) =>
    parts.map(units =>
      units.map(({ members }) => members.map(({ value }) => value).join('')),
    );

  it('spreads members evenly and keeps units apart', () => {
    const units = planUnits(
      totals('x{s="1"}', 'x{s="2"}', 'x{s="3"}', 'y{s="4"}', 'y{s="5"}', 'z'),
    );
    expect(values(splitUnits(units, 2))).toEqual([['123'], ['45', '']]);
    expect(values(splitUnits(units, 3))).toEqual([
      ['12'],
      ['3', '4'],
      ['5', ''],
    ]);
    expect(values(splitUnits(units, 16))).toHaveLength(6);
    expect(splitUnits(units, 16).flat()[3].label).toBe('s');
  });
});

import fc from 'fast-check';
import { COST_METRICS } from '@plimsoll/plugin-cost-common';
import {
  FLEET_SORTS,
  fleetRequest,
  isSameList,
  GROUPINGS,
  nextSort,
  readFleetQuery,
  sortOf,
  writeFleetQuery,
} from './FleetQuery';

const query = fc.record({
  q: fc.string(),
  groupBy: fc.constantFrom(...GROUPINGS),
  sort: fc.constantFrom(...FLEET_SORTS, 'cost' as const, '-name' as const),
  metric: fc.constantFrom(...COST_METRICS),
  explain: fc.option(fc.string(), { nil: undefined }),
});

describe('the address of the fleet', () => {
  it('says what is shown, and can be read back', () => {
    fc.assert(
      fc.property(query, one => {
        expect(readFleetQuery(writeFleetQuery(one))).toEqual(one);
      }),
    );
  });

  it('is bare where all is as usual, and takes nonsense for usual', () => {
    const usual = readFleetQuery(
      new URLSearchParams('sort=best&groupBy=planet&metric=guess'),
    );
    expect(usual).toEqual({
      q: '',
      groupBy: 'service',
      sort: '-cost',
      metric: 'effective',
    });
    expect(writeFleetQuery(usual).toString()).toBe('');
    expect(fleetRequest(usual, 'next')).toEqual({
      groupBy: 'service',
      sort: '-cost',
      metric: 'effective',
      q: undefined,
      limit: 25,
      cursor: 'next',
    });
  });
});

describe('the list behind an explanation', () => {
  it('is the same, whatever is explained, and no other way', () => {
    fc.assert(
      fc.property(query, query, (one, other) => {
        expect(isSameList(one, { ...one, explain: other.explain })).toBe(true);
        expect(isSameList(one, other)).toBe(
          JSON.stringify(fleetRequest(one)) ===
            JSON.stringify(fleetRequest(other)),
        );
      }),
    );
    const usual = readFleetQuery(new URLSearchParams());
    expect(isSameList(usual, { ...usual, q: 'cart' })).toBe(false);
  });
});

describe('the order by a column', () => {
  it.each([
    ['change', '-cost', '-change'],
    ['cost', '-cost', 'cost'],
    ['cost', 'cost', '-cost'],
    ['name', '-cost', 'name'],
    ['name', 'name', '-name'],
    ['name', '-name', 'name'],
  ] as const)('%s after %s is %s', (column, before, after) => {
    expect(nextSort(column, before)).toBe(after);
    expect(sortOf(after).column).toBe(column);
  });

  it('is none for a column without one', () => {
    expect(nextSort('months', '-cost')).toBeUndefined();
  });
});

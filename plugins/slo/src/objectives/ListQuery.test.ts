import {
  OBJECTIVE_SORTS,
  SLO_STATES,
  type ObjectiveSort,
} from '@plimsoll/plugin-slo-common';
import fc from 'fast-check';
import { objectiveSort, sortDescriptor } from './columnSort';
import {
  isFiltered,
  listRequest,
  OBJECTIVE_KINDS,
  readListQuery,
  writeListQuery,
  type ListQuery,
} from './ListQuery';

const optional = <T>(values: fc.Arbitrary<T>) =>
  fc.option(values, { nil: undefined });

const queries: fc.Arbitrary<ListQuery> = fc.record({
  q: fc.string(),
  states: fc.uniqueArray(fc.constantFrom(...SLO_STATES)),
  owner: optional(fc.string({ minLength: 1 })),
  system: optional(fc.string({ minLength: 1 })),
  within: optional(fc.string({ minLength: 1 })),
  kind: optional(fc.constantFrom(...OBJECTIVE_KINDS)),
  sort: fc.constantFrom(...OBJECTIVE_SORTS),
});

const usual: ListQuery = { q: '', states: [], sort: 'worst' };

describe('the query of the list', () => {
  it('comes back from the address as it went in', () => {
    fc.assert(
      fc.property(queries, query => {
        const address = writeListQuery(query).toString();
        expect(readListQuery(new URLSearchParams(address))).toEqual(query);
      }),
    );
  });

  it('leaves out of the address what is as usual', () => {
    expect(writeListQuery(usual).toString()).toBe('');
  });

  it('passes over what it does not understand', () => {
    const address = 'state=great&state=ok&sort=random&kind=apdex&page=7';
    expect(readListQuery(new URLSearchParams(address))).toEqual({
      ...usual,
      states: ['ok'],
      owner: undefined,
      system: undefined,
      kind: undefined,
    });
  });

  it.each<Partial<ListQuery>>([
    { q: 'a' },
    { states: ['ok'] },
    { owner: 'group:default/web' },
    { system: 'system:default/purchase' },
    { within: 'domain:default/shop' },
    { kind: 'raw' },
  ])('is filtered by %j', part => {
    expect(isFiltered({ ...usual, ...part })).toBe(true);
  });

  it('is not filtered by its order', () => {
    expect(isFiltered({ ...usual, sort: '-burn' })).toBe(false);
  });

  it('asks the API for no more than was chosen', () => {
    expect(listRequest(usual)).toEqual({
      sort: 'worst',
      limit: 25,
      q: undefined,
      state: undefined,
      cursor: undefined,
    });
    expect(
      listRequest({ ...usual, q: 'pay', states: ['ok', 'burning'] }, 'abc'),
    ).toMatchObject({ q: 'pay', state: ['ok', 'burning'], cursor: 'abc' });
  });
});

describe('the order of the table', () => {
  const ofColumns = OBJECTIVE_SORTS.filter(sort => sort !== 'worst');

  it.each<ObjectiveSort>(ofColumns)('%s belongs to a column', sort => {
    const descriptor = sortDescriptor(sort);
    expect(descriptor?.direction).toBe(
      sort.startsWith('-') ? 'descending' : 'ascending',
    );
    expect(descriptor && objectiveSort(descriptor)).toBe(sort);
  });

  it('belongs to no column while the worst come first', () => {
    expect(sortDescriptor('worst')).toBeNull();
  });

  it('falls back to the worst first', () => {
    expect(objectiveSort({ column: 'trend', direction: 'ascending' })).toBe(
      'worst',
    );
  });
});

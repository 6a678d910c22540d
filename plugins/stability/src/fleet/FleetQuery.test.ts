import fc from 'fast-check';
import { RANGES } from '../queries/ranges';
import {
  FLEET_SORTS,
  fleetRequest,
  readFleetQuery,
  writeFleetQuery,
} from './FleetQuery';

const query = fc.record({
  q: fc.string(),
  range: fc.constantFrom(...RANGES),
  sort: fc.constantFrom(...FLEET_SORTS),
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
    const usual = readFleetQuery(new URLSearchParams('sort=best&range=1y'));
    expect(usual).toEqual({
      q: '',
      range: '90d',
      sort: 'change-failure-rate',
    });
    expect(writeFleetQuery(usual).toString()).toBe('');
  });

  it('asks for half a year in days', () => {
    expect(
      fleetRequest({ q: 'a', range: '180d', sort: 'name' }, 'next'),
    ).toEqual({ q: 'a', window: 180, sort: 'name', limit: 25, cursor: 'next' });
  });
});

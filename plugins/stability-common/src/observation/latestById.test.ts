import { latestById, latestOf } from './latestById';

const early = { id: 'a', at: '2026-11-05T08:00:00Z', text: 'b' };
const late = { id: 'a', at: '2026-11-05T09:00:00+00:30', text: 'a' };

describe('latestOf', () => {
  it('goes by the instant, not by its text', () => {
    expect(latestOf(early, late)).toBe(late);
    expect(latestOf(late, early)).toBe(late);
  });

  it('goes by content at one instant, whatever the order of keys', () => {
    const one = { at: early.at, id: 'a', text: 'b' };
    const other = { ...early, text: 'c' };
    expect(latestOf(one, other)).toBe(other);
    expect(latestOf(other, one)).toBe(other);
    expect(latestOf(one, early)).toEqual(latestOf(early, one));
  });
});

describe('latestById', () => {
  it('keeps one of each id and leaves out what has no time', () => {
    const other = { ...early, id: 'b' };
    const broken = { ...early, id: 'c', at: 'yesterday' };
    expect(latestById([early, other, broken, late])).toEqual([late, other]);
  });

  it('never lets what has no time replace what has one', () => {
    const broken = { ...early, at: 'yesterday' };
    expect(latestById([early, broken])).toEqual([early]);
    expect(latestById([broken, early])).toEqual([early]);
  });
});

import { groupedBy } from './groupedBy';

describe('groupedBy', () => {
  it('keeps the order of keys and of items', () => {
    const words = ['bee', 'ant', 'bug', 'ape', 'cat'];
    expect(groupedBy(words, word => word[0])).toEqual([
      ['bee', 'bug'],
      ['ant', 'ape'],
      ['cat'],
    ]);
  });

  it('has no groups for no items', () => {
    expect(groupedBy([], String)).toEqual([]);
  });
});

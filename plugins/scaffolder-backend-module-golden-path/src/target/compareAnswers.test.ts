import { compareAnswers } from './compareAnswers';

describe('compareAnswers', () => {
  it('names what is not the same', () => {
    expect(
      compareAnswers(
        { name: 'a', tier: 1, dependsOn: ['x'], email: 'a@b.c' },
        { name: 'a', tier: 2, dependsOn: ['x', 'y'], chaos: true },
      ),
    ).toEqual(['chaos', 'dependsOn', 'email', 'tier']);
  });

  it('looks at values alone: those of a step have no prototype', () => {
    const bare = Object.assign(Object.create(null), { list: ['x'] });
    expect(compareAnswers({ at: { list: ['x'] } }, { at: bare })).toEqual([]);
    expect(compareAnswers({ a: undefined }, {})).toEqual([]);
  });
});

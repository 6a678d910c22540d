import { closestWord } from './closestWord';

describe('closestWord', () => {
  const known = ['service', 'objectives', 'op', 'kind'];

  it.each([
    ['sevice', 'service'],
    ['Service', 'service'],
    ['objective', 'objectives'],
    ['opp', 'op'],
    ['kinds', 'kind'],
  ])('takes %s for %s', (word, meant) => {
    expect(closestWord(word, known)).toBe(meant);
  });

  it.each(['servant', 'xy', 'owner', '', 'o'.repeat(41)])(
    'makes nothing of %p',
    word => {
      expect(closestWord(word, known)).toBeUndefined();
    },
  );

  it('knows words of forty letters, and gives up on longer ones', () => {
    const word = 'w'.repeat(40);
    expect(closestWord(word, [word])).toBe(word);
    expect(closestWord(`${word}w`, [word])).toBeUndefined();
  });

  it('prefers the closer of two', () => {
    expect(closestWord('targe', ['target', 'large'])).toBe('target');
    expect(closestWord('large', ['target', 'large'])).toBe('large');
  });
});

import { voice } from '../__testUtils__/voice';
import { inputText } from './inputText';

describe('an input of a formula', () => {
  const speaker = voice();
  it.each([
    ['sampleSize', 61, 'In the sample', '61'],
    ['days', 12_000, 'Days of the range', '12,000'],
    ['zScore95', 1.959964, 'z score95', '1.96'],
    ['toString', 1, 'to string', '1'],
  ])('%s %p reads %p, %p', (name, value, words, number) => {
    expect(inputText({ name, value, ...speaker })).toEqual({
      name: words.replace('score95', 'score 95'),
      value: number,
    });
  });
});

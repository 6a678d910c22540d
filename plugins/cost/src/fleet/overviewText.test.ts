import { overviewExplanation } from '../__fixtures__/explanation';
import { voice } from '../__testUtils__/voice';
import { overviewText } from './overviewText';

describe('what a figure of the whole bill means', () => {
  afterEach(() => jest.restoreAllMocks());

  const text = (figure: string) =>
    overviewText({
      explanation: { ...overviewExplanation, figure },
      ...voice(),
    });

  it.each([
    ['total', 'on services + unallocated + idle + shared + residue'],
    ['change', 'same weekdays before'],
    ['forecast', 'the median of its weekday'],
    ['on-services', 'bill \u2212 unallocated'],
    ['on-no-service', 'unallocated + idle + shared + residue'],
    ['lines', 'tax + credits + refunds + adjustments'],
    ['savings', 'neither held back nor opened'],
  ])('is told of %s in the words of the translation', (figure, said) => {
    const { definition, formula } = text(figure);
    expect(formula).toContain(said);
    expect(definition).not.toBe(overviewExplanation.definition);
    expect(definition).not.toMatch(/^overview\./);
  });

  it.each(['novelty', 'constructor'])(
    'is told of %s in the words of the backend',
    figure => {
      const { definition, formula } = overviewExplanation;
      expect(text(figure)).toEqual({ definition, formula });
    },
  );
});

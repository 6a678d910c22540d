import { checkoutCost } from '../__fixtures__/checkoutCost';
import { explanation } from '../__fixtures__/explanation';
import { voice } from '../__testUtils__/voice';
import { explanationText } from './explanationText';

describe('what a figure means and how it is worked out', () => {
  afterEach(() => jest.restoreAllMocks());

  const { unitCosts } = checkoutCost();
  const text = (figure: string) =>
    explanationText({
      explanation: { ...explanation, figure },
      unitCosts,
      ...voice(),
    });

  it.each([
    'total',
    'change',
    'forecast',
    'budget',
    'saving',
    'matched',
    'category:compute',
    'unit-cost:orders',
  ])('is told of %s in the words of the translation', figure => {
    const { definition, formula } = text(figure);
    expect(definition).not.toBe(explanation.definition);
    expect(definition).not.toMatch(/^definition\./);
    expect(formula).not.toBe(explanation.formula);
    expect(formula).not.toMatch(/^formula\./);
  });

  it('says for how many a unit cost is', () => {
    expect(text('unit-cost:orders').formula).toBe(
      'cost \u00f7 orders \u00d7 1,000',
    );
  });

  it.each(['novelty', 'unit-cost:beers'])(
    'is told of %s in the words of the backend',
    figure => {
      const { definition, formula } = explanation;
      expect(text(figure)).toEqual({ definition, formula });
    },
  );
});

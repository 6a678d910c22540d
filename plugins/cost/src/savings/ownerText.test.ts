import { CHECKOUT } from '../__fixtures__/checkoutEntity';
import { voice } from '../__testUtils__/voice';
import { ownerText } from './ownerText';

describe('whose a saving is', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each([
    [CHECKOUT, 'idle', 'checkout'],
    [undefined, 'idle', 'no service'],
    [undefined, 'commitment', 'many services'],
  ] as const)('%s, %s: %s', (entityRef, kind, text) => {
    expect(ownerText({ entityRef, kind }, voice())).toBe(text);
  });
});

import { NOW } from '../__fixtures__/checkoutEntity';
import { voice } from '../__testUtils__/voice';
import { inputText } from './inputText';

describe('an input of a formula', () => {
  beforeEach(() => jest.useFakeTimers({ now: new Date(NOW) }));
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it.each([
    ['compute', '189.57', 'Compute', '$189.57'],
    ['refund', '-8.00', 'Refunds', '\u2212$8.00'],
    ['from', '2026-11-01', 'from', '1 Nov'],
    ['ratio', '0.041', 'ratio', '4.1%'],
    ['confidence', '0.9', 'confidence', '90.0%'],
    ['ratio', 'unknown', 'ratio', 'unknown'],
    ['days', '48', 'days', '48'],
    ['largest', 'Right-size checkout', 'largest', 'Right-size checkout'],
  ])('%s %s reads %s %s', (name, value, shownName, shownValue) => {
    expect(
      inputText({ input: { name, value }, currency: 'USD', ...voice() }),
    ).toEqual({ name: shownName, value: shownValue });
  });
});

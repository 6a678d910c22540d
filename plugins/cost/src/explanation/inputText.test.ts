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
    ['from', '2026-11-01', 'From', '1 Nov'],
    ['month', '2026-11-01', 'Month', 'November'],
    ['metric', 'billed', 'Metric', 'Billed'],
    ['on-services', '6441.12', 'On services', '$6,441.12'],
    ['residue', '0.000000001', 'Residue of division', '$0.000000001'],
    ['expected', '13060.40', 'Expected for the month', '$13,060.40'],
    ['ratio', '0.041', 'Ratio', '4.1%'],
    ['confidence', '0.9', 'Months that fell between', '90.0%'],
    ['ratio', 'unknown', 'Ratio', 'unknown'],
    ['changed-at-least', '-0.0123', 'Changed at least by', '\u22121.2%'],
    ['deployments-compared', '27', 'Deployments compared at once', '27'],
    ['changed-by', 'v2.31.2', 'Changed by', 'v2.31.2'],
    ['days', '48', 'Days counted', '48'],
    ['volume', '17780000', 'Volume', '17,780,000'],
    ['held-back', '1', 'Held back', '1'],
    ['held back', '1', 'Held back', '1'],
    ['state', 'over-expected', 'State', 'over budget at this rate'],
    ['state', 'too-few', 'State', 'too few'],
    ['state', 'odd', 'State', 'odd'],
    ['set-by', 'user:default/maja-wrona', 'Set by', 'maja-wrona'],
    ['set-at', '2026-09-01T08:00:00.000Z', 'Set on', '1 Sept'],
    [
      'found-at',
      '2026-11-19T09:20:00.000Z',
      'Worked out at',
      'Thu 19 Nov, 09:20',
    ],
    ['largest', 'Right-size checkout', 'Largest', 'Right-size checkout'],
    ['something new', 'x', 'something new', 'x'],
  ])('%s %s reads %s %s', (name, value, shownName, shownValue) => {
    expect(
      inputText({ input: { name, value }, currency: 'USD', ...voice() }),
    ).toEqual({ name: shownName, value: shownValue });
  });
});

import { NOW } from '../__fixtures__/checkoutEntity';
import { appliedSaving, rightSize } from '../__fixtures__/checkoutSavings';
import { voice } from '../__testUtils__/voice';
import { appliedText } from './appliedText';

describe('what became of a saving', () => {
  beforeEach(() => jest.useFakeTimers({ now: new Date(NOW) }));
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('is what was promised and what the bill shows', () => {
    expect(appliedText({ saving: appliedSaving, ...voice() })).toBe(
      'Opened on 2 Oct, promised $12.00, got $9.70',
    );
  });

  it('is not on a bill yet', () => {
    const applied = { at: '2026-11-18T10:00:00Z', promised: '12.00' };
    expect(
      appliedText({ saving: { currency: 'USD', applied }, ...voice() }),
    ).toBe('Opened on 18 Nov, promised $12.00; not on a bill yet');
  });

  it('is nothing before it is opened', () => {
    expect(appliedText({ saving: rightSize, ...voice() })).toBeUndefined();
  });
});

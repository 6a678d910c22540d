import { voice } from '../__testUtils__/voice';
import { faultText, refusalText } from './faultText';

describe('what was wrong with a delivery', () => {
  afterEach(() => jest.restoreAllMocks());

  const fault = (rule: string, severity: 'error' | 'warning' = 'error') => ({
    rule,
    severity,
    count: 1,
    message: `said of ${rule}`,
  });

  it('is told in the words of the translation', () => {
    expect(faultText(fault('tags-unreadable'), voice())).toMatch(
      /^Tags is no JSON object/,
    );
  });

  it('keeps the words of the backend for a rule that is not known', () => {
    expect(faultText(fault('month-twice'), voice())).toBe(
      'said of month-twice',
    );
  });

  it('refuses for all its errors, and for no warning', () => {
    const message = 'said by the backend';
    expect(
      refusalText(
        {
          message,
          faults: [
            fault('currency-missing'),
            fault('account-missing'),
            fault('tags-unreadable', 'warning'),
          ],
        },
        voice(),
      ),
    ).toMatch(/^BillingCurrency is no currency.*; a charge has no Billing/);
  });

  it('names where the first row is that it is refused for', () => {
    const place = 'part-2.csv: BillingAccountId, row 812';
    expect(
      refusalText(
        {
          message: 'said by the backend',
          faults: [{ ...fault('account-missing'), place }],
        },
        voice(),
      ),
    ).toMatch(/^part-2\.csv: BillingAccountId, row 812: a charge has no Bill/);
  });

  it.each([
    ['whose reason quotes a place', [fault('month-twice')]],
    ['with one such reason', [fault('account-missing'), fault('row-length')]],
    ['without faults', []],
  ])('keeps the sentence of a refusal %s', (_, faults) => {
    expect(
      refusalText({ message: 'Remove one of the two.', faults }, voice()),
    ).toBe('Remove one of the two.');
  });

  it('has no sentence for what was read', () => {
    expect(
      refusalText({ faults: [fault('tags-unreadable', 'warning')] }, voice()),
    ).toBeUndefined();
  });
});

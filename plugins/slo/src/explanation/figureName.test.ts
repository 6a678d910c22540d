import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '@plimsoll/plugin-plimsoll-react';
import { BURN_WINDOWS } from '@plimsoll/plugin-slo-common';
import { renderWords } from '../__testUtils__/renderWords';
import { sloTranslationRef } from '../translation';
import { figureName } from './figureName';

describe('names of figures', () => {
  const { t, formats } = renderWords(() => ({
    ...useTranslationRef(sloTranslationRef),
    formats: useFormats(),
  }));
  const name = (id: string) => figureName({ id, t, formats });

  it.each([
    ['budget.remaining', 'Budget left'],
    ['budget.consumed', 'Budget spent'],
    ['projected.remaining', 'Budget left, projected'],
    ['sli', 'Measured ratio'],
    ['forecast', 'Exhaustion'],
    ['coverage', 'Coverage'],
    ['burnRate.5m', 'Burn rate over 5 min'],
    ['burnRate.3d', 'Burn rate over 3 d'],
  ])('%s is %s', (id, text) => {
    expect(name(id)).toBe(text);
  });

  it('names each burn window differently', () => {
    const names = BURN_WINDOWS.map(window => name(`burnRate.${window}`));
    expect(new Set(names).size).toBe(BURN_WINDOWS.length);
  });

  it('shows a figure that it does not know by its id', () => {
    expect(name('apdex')).toBe('apdex');
    expect(name('burnRate.7h')).toBe('burnRate.7h');
  });
});

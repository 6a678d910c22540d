import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '@plimsoll/plugin-plimsoll-react';
import type { Explanation } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';

/** Notes whose sentence needs nothing filled in. */
const PLAIN = [
  'demo-data',
  'warming-up',
  'few-events',
  'inconsistent',
  'non-finite',
  'first-sample-invisible',
  'bad-or-zero',
  'alerts-not-corrected',
  'exact-increase',
  'anchored',
  'recorded-series',
  'extrapolated',
  'where-not-recorded',
  'sample-per-scrape',
  'slices-from-buckets',
  'grouped',
  'demo-counter-resets',
  'demo-late-series',
  'demo-silent-series',
  'recorded-sloth',
  'recorded-pyrra',
  'recorded-grafana',
  'recorded-equal-weight',
  'recorded-gaps',
  'recorded-rates',
  'recorded-smooth',
] as const;

const BASES = ['same-weekday', 'all-days', 'so-far'] as const;

/**
 * What a note's code says. Sources may bring codes of their own, which are
 * shown as they are.
 */
export function useNoteText(): (note: Explanation['notes'][number]) => string {
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  return ({ code, params = {} }) => {
    const plain = PLAIN.find(known => known === code);
    if (plain) {
      return t(`note.${plain}`);
    }
    const basis = BASES.find(known => known === params.basis);
    if (code === 'calendar-estimate' && basis) {
      return t(`note.calendar-${basis}`);
    }
    if (code === 'corrected' || code === 'corrected-ahead') {
      return t(`note.${code}`, {
        count: Number(params.corrections),
        duration: formats.duration(Number(params.excludedSeconds)),
      });
    }
    if (code === 'source-down') {
      return t('note.source-down', { source: String(params.source) });
    }
    if (code === 'window-snapped') {
      return t('note.window-snapped', {
        duration: formats.duration(Number(params.seconds)),
      });
    }
    return code;
  };
}

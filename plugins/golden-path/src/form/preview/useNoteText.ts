import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PreviewNote } from '@plimsoll/plugin-golden-path-common';
import { useFormats } from '@plimsoll/plugin-plimsoll-react';
import { goldenPathTranslationRef } from '../../translation';
import { percentText } from '../promise/percentText';

/** Puts notes into words. */
export function useNoteText(): (note: PreviewNote) => string {
  const { t } = useTranslationRef(goldenPathTranslationRef);
  const formats = useFormats();
  const duration = (milliseconds: number) =>
    formats.duration(milliseconds / 1_000);

  return note => {
    switch (note.kind) {
      case 'annotations':
        return t('note.annotations');
      case 'objectives':
        return t('note.objectives', {
          percent: percentText(note.availabilityPercent, formats.locale),
          duration: duration(note.p95Ms),
        });
      case 'alerts':
        return t('note.alerts', { count: note.burnRateAlerts });
      case 'own-alerts':
        return t('note.ownAlerts', { count: note.alerts });
      case 'alert-tests':
        return t('note.alertTests');
      case 'chart': {
        const words = {
          canary: 'note.canary',
          rolling: 'note.rolling',
          'blue-green': 'note.blueGreen',
        } as const;
        return t(words[note.strategy], {
          weights: note.weights.join(', '),
          min: formats.count(note.minReplicas),
          max: formats.count(note.maxReplicas),
        });
      }
      case 'load-test':
        return t('note.loadTest', {
          p95: duration(note.p95Ms),
          p99: duration(note.p99Ms),
        });
      case 'tests':
        return t('note.tests', { count: note.tests });
      case 'pipeline':
        return t(`note.${note.pipeline}`);
      case 'terraform':
        return t(`note.${note.dataStore}`);
      default:
        return t(`note.${note.kind}`);
    }
  };
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { headlineFigure } from '../figures';
import { sloTranslationRef } from '../translation';
import { rawFigure } from './rawFigureText';
import styles from './CorrectedMark.module.css';

/** @internal */
export interface CorrectedMarkProps {
  objective: ObjectiveStatus;
}

/**
 * Marks a budget that people have taken time out of; what it would be without
 * is its name, and shows when it is pointed at. Nothing for others.
 */
export function CorrectedMark(props: CorrectedMarkProps) {
  const { objective } = props;
  const { corrections } = objective;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  if (!corrections) {
    return null;
  }
  const { count, excludedSeconds, aheadSeconds = 0 } = corrections;
  const raw = rawFigure({
    objective,
    id: headlineFigure(objective),
    formats,
    t,
  });
  const told = {
    count,
    duration: formats.duration(excludedSeconds + aheadSeconds),
  };
  const why =
    raw === undefined
      ? t('correction.markWhy', told)
      : t('correction.markRaw', { ...told, raw });
  return (
    <span className={styles.mark} role="img" aria-label={why} title={why}>
      {t('correction.mark')}
    </span>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '@plimsoll/plugin-plimsoll-react';
import {
  CORRECTION_STEP_SECONDS,
  correctionRange,
} from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import styles from './ExcludeDialog.module.css';

/** @internal */
export interface ExcludedTimeProps {
  /** What the reader has asked for, Unix seconds. */
  asked: { from: number; to: number };
  /** It is for all objectives of the service, and not for one. */
  ofService: boolean;
  /** Of the one objective, if it counts slices. */
  sliceSeconds?: number;
}

/** What a correction will take out: whole quarter hours, and whole slices. */
export function ExcludedTime(props: ExcludedTimeProps) {
  const { asked, ofService, sliceSeconds = CORRECTION_STEP_SECONDS } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const isWidened = !ofService && CORRECTION_STEP_SECONDS % sliceSeconds !== 0;
  const { from, to } = correctionRange({
    ...asked,
    sliceSeconds: isWidened ? sliceSeconds : undefined,
  });
  const instant = (seconds: number) =>
    formats.instant(new Date(seconds * 1000), 'short');
  const stretch = {
    from: instant(from),
    to: instant(to),
    duration: formats.duration(to - from),
  };
  return (
    <p className={styles.excludes} role="status">
      {isWidened
        ? t('correction.excludesSlices', {
            ...stretch,
            slice: formats.duration(sliceSeconds),
          })
        : t('correction.excludes', stretch)}
      {ofService && ` ${t('correction.excludesOfSlices')}`}
    </p>
  );
}

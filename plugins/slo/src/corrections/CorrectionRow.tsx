import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { refName, useFormats, useNow } from '@plimsoll/plugin-plimsoll-react';
import type { SloCorrection } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { subjectName } from '../names';
import styles from './CorrectionRow.module.css';

/** @internal */
export interface CorrectionRowProps {
  correction: SloCorrection;
  /** Absent where the reader may not undo it. */
  onUndo?(): void;
}

/** One correction: the time, the reason, who said it, and who took it back. */
export function CorrectionRow(props: CorrectionRowProps) {
  const { correction, onUndo } = props;
  const { from, to, excludes, reason, createdBy, createdAt, undone } =
    correction;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const now = useNow();
  const start = new Date(from);
  const end = new Date(to);
  return (
    <div className={styles.row} data-undone={undone ? true : undefined}>
      <div className={styles.words}>
        <p className={styles.span}>
          {t('correction.span', {
            from: formats.instant(start, 'short'),
            to: formats.instant(end, 'short'),
            duration: formats.duration(
              (end.getTime() - start.getTime()) / 1000,
            ),
          })}
        </p>
        <p>{reason}</p>
        <p className={styles.second}>
          {t('correction.by', { who: subjectName(createdBy) })}
          {' \u00b7 '}
          <time dateTime={createdAt}>
            {formats.relative(new Date(createdAt), now)}
          </time>
          {' \u00b7 '}
          {correction.objective
            ? t('correction.ofObjective')
            : t('correction.ofService', {
                service: refName(correction.entityRef),
              })}
          {excludes &&
            ` \u00b7 ${t('correction.ofSlices', {
              from: formats.instant(new Date(excludes.from), 'short'),
              to: formats.instant(new Date(excludes.to), 'short'),
            })}`}
        </p>
        {undone && (
          <p className={styles.second}>
            {t('correction.undoneBy', { who: subjectName(undone.by) })}
            {' \u00b7 '}
            <time dateTime={undone.at}>
              {formats.relative(new Date(undone.at), now)}
            </time>
            {' \u00b7 '}
            {undone.reason}
          </p>
        )}
      </div>
      {onUndo && !undone && (
        <Button
          variant="secondary"
          size="small"
          aria-label={t('correction.undoOf', {
            from: formats.instant(start, 'short'),
          })}
          onPress={onUndo}
        >
          {t('correction.undo')}
        </Button>
      )}
    </div>
  );
}

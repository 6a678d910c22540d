import { ExplainedNumber, useFormats } from '@plimsoll/plugin-plimsoll-react';
import type {
  ObjectiveHistory,
  ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { rawFigureText } from '../corrections';
import { useFigures } from '../figures';
import { sloTranslationRef } from '../translation';
import styles from './FigureTiles.module.css';

/** @internal */
export interface FigureTilesProps {
  objective: ObjectiveStatus;
  history?: ObjectiveHistory;
  /** Figure whose explanation is open. */
  explained?: string;
  onExplain(figure: string): void;
}

/**
 * Five figures, each with its ground below and its explanation behind;
 * where corrections change it, what was measured stands below.
 */
export function FigureTiles(props: FigureTilesProps) {
  const { objective, history, explained, onExplain } = props;
  const figures = useFigures({ objective, history });
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const rawOf = (id: string) => rawFigureText({ objective, id, formats, t });
  return (
    <dl className={styles.tiles}>
      {figures.map(({ id, label, value, ground, provisional }) => (
        <div key={id} className={styles.tile} data-provisional={provisional}>
          <dt className={styles.label}>{label}</dt>
          <dd
            className={styles.value}
            data-words={value === undefined || id === 'forecast' || undefined}
          >
            <ExplainedNumber
              open={explained === id}
              onExplain={() => onExplain(id)}
              stale={objective.state === 'unknown'}
            >
              {value ?? t('tile.unknown')}
            </ExplainedNumber>
          </dd>
          <dd className={styles.ground}>{ground}</dd>
          {rawOf(id) && <dd className={styles.ground}>{rawOf(id)}</dd>}
        </div>
      ))}
    </dl>
  );
}

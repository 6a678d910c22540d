import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  BudgetBar,
  ExplainedNumber,
  StateChip,
  StateIcon,
} from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { CorrectedMark } from '../corrections/CorrectedMark';
import { headlineFigure, shownRemaining, showsProjection } from '../figures';
import { ReasonText } from '../notices';
import { OriginMark } from '../origin';
import { useObjectivePath } from '../routes/useObjectivePath';
import { sloTranslationRef } from '../translation';
import { targetText, useWords } from '../words';
import { useRowNote } from './useRowNote';
import styles from './CardRow.module.css';

/** @internal */
export interface CardRowProps {
  objective: ObjectiveStatus;
  /** It comes first: its name is bold, and its budget told in units. */
  worst: boolean;
  now: Date;
  /** Tells it from another row of the same name. */
  secondName?: string;
  /** Stands for the objective's name, target and second name. */
  name?: ReactNode;
}

/** One objective: name, target, budget bar, what is left. */
export function CardRow(props: CardRowProps) {
  const { objective, worst, now, secondName, name } = props;
  const { displayName, state } = objective;
  const { t } = useTranslationRef(sloTranslationRef);
  const words = useWords();
  const paths = useObjectivePath();
  const note = useRowNote({ objective, worst });
  const remaining = shownRemaining(objective);

  return (
    <div className={styles.row}>
      <span className={styles.icon}>
        <StateIcon state={state} />
      </span>
      <span className={name ? styles.own : styles.name}>
        {name ?? (
          <>
            <Link
              href={paths.objective(objective) ?? '#'}
              color="primary"
              weight={worst ? 'bold' : 'regular'}
              standalone
            >
              {displayName}
            </Link>
            <span className={styles.target}>{targetText(objective)}</span>
            {secondName && <span className={styles.second}>{secondName}</span>}
            <OriginMark objective={objective} />
          </>
        )}
      </span>
      {remaining === undefined ? (
        <>
          <span className={styles.figure}>
            <CorrectedMark objective={objective} />{' '}
            <StateChip state={state} label={words.state(objective, now)} />
          </span>
          <span className={styles.sentence}>
            <ReasonText objective={objective} />
          </span>
        </>
      ) : (
        <>
          <span
            className={styles.figure}
            data-stale={state === 'unknown' || undefined}
          >
            {showsProjection(objective) && (
              <span className={styles.basis}>{t('budget.projected')}</span>
            )}
            <ExplainedNumber
              to={paths.objective({
                ...objective,
                explain: headlineFigure(objective),
              })}
              stale={state === 'unknown'}
            >
              {words.formats.share(remaining)}
            </ExplainedNumber>
          </span>
          <span className={styles.bar}>
            <BudgetBar remaining={remaining} state={state} />
          </span>
          <span className={styles.note}>
            {note}
            <CorrectedMark objective={objective} />
          </span>
        </>
      )}
    </div>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StateChip, useFormats } from '@plimsoll/plugin-plimsoll-react';
import { SLO_STATES, type SloState } from '@plimsoll/plugin-slo-common';
import { Link } from 'react-router-dom';
import { useListPath } from '../routes/useListPath';
import { sloTranslationRef } from '../translation';
import styles from './StateTally.module.css';

/** @internal */
export interface StateTallyProps {
  counts: Record<SloState, number>;
  /** Ref of what is rolled up; without one the states lead nowhere. */
  within?: string;
}

/** How many objectives are in each state, worst first; none is left out. */
export function StateTally(props: StateTallyProps) {
  const { counts, within } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const path = useListPath();
  return (
    <ul className={styles.states} aria-label={t('rollup.states')}>
      {SLO_STATES.filter(state => counts[state] > 0).map(state => {
        const href = within && path({ within, state });
        const content = (
          <>
            <span className={styles.count}>{formats.count(counts[state])}</span>
            <StateChip state={state} />
          </>
        );
        return (
          <li key={state}>
            {href ? (
              <Link className={styles.state} to={href}>
                {content}
              </Link>
            ) : (
              <span className={styles.state}>{content}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

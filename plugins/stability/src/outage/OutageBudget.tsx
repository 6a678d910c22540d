import { CorrectedMark, useNow } from '@plimsoll/plugin-plimsoll-react';
import { useWorstObjective } from '../queries/useWorstObjective';
import { useVoice } from '../words';
import { budgetFigures } from './budgetFigures';
import styles from './OutageBudget.module.css';

/** @internal */
export interface OutageBudgetProps {
  entityRef: string;
}

/** What is left of the budget that burns fastest; nothing without the slo plugin. */
export function OutageBudget(props: OutageBudgetProps) {
  const objective = useWorstObjective(props.entityRef);
  const voice = useVoice();
  const now = useNow();
  if (!objective) {
    return null;
  }
  return (
    <section className={styles.budget}>
      <h3 className={styles.title}>
        {voice.t('outage.objective', {
          objective: objective.displayName,
          target: `${objective.targetText}%`,
        })}
      </h3>
      <dl className={styles.figures}>
        {budgetFigures({ objective, now, ...voice }).map(
          ({ name, value, ground, corrected }) => (
            <div key={name} className={styles.figure}>
              <dt className={styles.name}>{name}</dt>
              <dd className={styles.value}>{value}</dd>
              <dd className={styles.ground}>
                {ground} {corrected && <CorrectedMark {...corrected} />}
              </dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}

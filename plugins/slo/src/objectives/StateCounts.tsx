import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DemoBadge,
  PlainCard,
  StateChip,
  useFormats,
} from '@plimsoll/plugin-plimsoll-react';
import { SLO_STATES, type SloState } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import styles from './StateCounts.module.css';

/** @internal */
export interface StateCountsProps {
  /** Undefined while they cannot be read; states can be chosen all the same. */
  counts: Record<SloState, number> | undefined;
  selected: readonly SloState[];
  onSelect(states: SloState[]): void;
  demo: boolean;
}

/** What is to be acted on now. */
const TROUBLE: readonly SloState[] = ['exhausted', 'burning'];

/** How many objectives are in trouble, and in which state all the others are. */
export function StateCounts(props: StateCountsProps) {
  const { counts, selected, onSelect, demo } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const sum = (states: readonly SloState[]) =>
    states.reduce((total, state) => total + (counts?.[state] ?? 0), 0);
  const total = sum(SLO_STATES);
  const present = SLO_STATES.filter(
    state => !counts || counts[state] > 0 || selected.includes(state),
  );
  const toggle = (state: SloState) =>
    onSelect(
      selected.includes(state)
        ? selected.filter(other => other !== state)
        : [...selected, state],
    );

  return (
    <PlainCard>
      <div className={styles.strip}>
        <div className={styles.trouble}>
          <div className={styles.title}>
            {t('counts.title')}
            {demo && <DemoBadge />}
          </div>
          {counts && (
            <div>
              <span className={styles.figure}>
                {formats.count(sum(TROUBLE))}
              </span>{' '}
              <span className={styles.of}>
                {t('counts.figure', { total: formats.count(total) })}
              </span>
            </div>
          )}
        </div>
        <div className={styles.states}>
          {counts && (
            <div className={styles.bar} aria-hidden>
              {present.map(state => (
                <span
                  key={state}
                  className={styles.share}
                  data-state={state}
                  style={{ flexGrow: counts[state] }}
                />
              ))}
            </div>
          )}
          <ul className={styles.chips} aria-label={t('counts.filter')}>
            {present.map(state => (
              <li key={state}>
                <button
                  type="button"
                  className={styles.toggle}
                  aria-pressed={selected.includes(state)}
                  onClick={() => toggle(state)}
                >
                  {counts && (
                    <span className={styles.count}>
                      {formats.count(counts[state])}
                    </span>
                  )}
                  <StateChip state={state} />
                </button>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </PlainCard>
  );
}

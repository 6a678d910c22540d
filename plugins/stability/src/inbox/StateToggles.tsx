import type { InboxPage, InboxState } from '@plimsoll/plugin-stability-common';
import { useVoice } from '../words';
import { INBOX_STATES } from './InboxQuery';
import { stateIcons } from './stateIcons';
import styles from './StateToggles.module.css';

/** @internal */
export interface StateTogglesProps {
  counts: InboxPage['counts'];
  selected?: InboxState;
  onSelect(state: InboxState | undefined): void;
}

/** How many deliveries are in each state; choosing one filters. */
export function StateToggles(props: StateTogglesProps) {
  const { counts, selected, onSelect } = props;
  const { formats, t } = useVoice();
  return (
    <ul className={styles.states} aria-label={t('inbox.states')}>
      {INBOX_STATES.map(state => {
        const Icon = stateIcons[state];
        return (
          <li key={state}>
            <button
              type="button"
              className={styles.toggle}
              aria-pressed={selected === state}
              data-state={state}
              data-any={counts[state] > 0 || undefined}
              onClick={() => onSelect(selected === state ? undefined : state)}
            >
              <span className={styles.count}>
                {formats.count(counts[state])}
              </span>{' '}
              <span className={styles.name}>
                <Icon size={14} aria-hidden />
                {t(`inbox.state.${state}`)}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

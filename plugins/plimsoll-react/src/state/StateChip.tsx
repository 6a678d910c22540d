import '../theme/roles.css';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { plimsollTranslationRef } from '../translation';
import type { ObjectiveState } from './ObjectiveState';
import { stateIcons } from './stateIcons';
import styles from './StateChip.module.css';

/** @public */
export interface StateChipProps {
  state: ObjectiveState;
  /** More than the bare word: "Unknown for 14 min". */
  label?: string;
}

/**
 * The state of an objective in a word and a sign. Filled: known trouble.
 * Plain: fine. Dashed: not known.
 *
 * @public
 */
export function StateChip(props: StateChipProps) {
  const { state, label } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const Icon = stateIcons[state];
  return (
    <span className={styles.chip} data-state={state}>
      <Icon className={styles.icon} size={14} aria-hidden />
      <span className={styles.label}>{label ?? t(`state.${state}`)}</span>
    </span>
  );
}

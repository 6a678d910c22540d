import '../theme/roles.css';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { plimsollTranslationRef } from '../translation';
import type { ObjectiveState } from './ObjectiveState';
import { stateIcons } from './stateIcons';
import styles from './StateIcon.module.css';

/** @public */
export interface StateIconProps {
  state: ObjectiveState;
  /** Pixels, 16 by default. */
  size?: number;
}

/**
 * The sign of a state alone, where the row has no room for the word. Screen
 * readers get the word.
 *
 * @public
 */
export function StateIcon(props: StateIconProps) {
  const { state, size = 16 } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const Icon = stateIcons[state];
  return (
    <span
      className={styles.icon}
      data-state={state}
      role="img"
      aria-label={t(`state.${state}`)}
      title={t(`state.${state}`)}
    >
      <Icon size={size} aria-hidden />
    </span>
  );
}

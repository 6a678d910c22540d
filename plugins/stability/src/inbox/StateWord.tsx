import type { InboxState } from '@plimsoll/plugin-stability-common';
import { useVoice } from '../words';
import { stateIcons } from './stateIcons';
import styles from './StateWord.module.css';

/** @internal */
export interface StateWordProps {
  state: InboxState;
}

/** A delivery's state as a sign and a word. */
export function StateWord(props: StateWordProps) {
  const { state } = props;
  const { t } = useVoice();
  const Icon = stateIcons[state];
  return (
    <span className={styles.state} data-state={state}>
      <Icon size={15} aria-hidden />
      {t(`inbox.state.${state}`)}
    </span>
  );
}

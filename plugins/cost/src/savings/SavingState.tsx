import { RiGitPullRequestLine } from '@remixicon/react';
import type { Saving } from '@plimsoll/plugin-cost-common';
import { useVoice } from '../words';
import { appliedText } from './appliedText';
import { GuardText } from './GuardText';
import styles from './GuardText.module.css';

/** @internal */
export interface SavingStateProps {
  saving: Saving;
}

/** Whether a saving may be made; once it is, what was promised and got. */
export function SavingState(props: SavingStateProps) {
  const { saving } = props;
  const voice = useVoice();
  const applied = appliedText({ saving, ...voice });
  return applied ? (
    <span className={styles.guard}>
      <RiGitPullRequestLine size={15} aria-hidden />
      <span>{applied}</span>
    </span>
  ) : (
    <GuardText guard={saving.guard} />
  );
}

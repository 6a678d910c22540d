import { AccentLink } from '@plimsoll/plugin-plimsoll-react';
import type { Saving } from '@plimsoll/plugin-cost-common';
import { TextButton } from '../surface';
import { useVoice } from '../words';
import { savingTitle } from './savingTitle';
import { useChangePath } from './useChangePath';
import styles from './SavingsTable.module.css';

/** @internal */
export interface SavingActionProps {
  saving: Saving;
  onShow(id: string): void;
}

/** The next step: the template's form, or what speaks for the saving. */
export function SavingAction(props: SavingActionProps) {
  const { saving, onShow } = props;
  const voice = useVoice();
  const { t } = voice;
  const path = useChangePath()(saving);
  const { id, guard, applied, curve, change } = saving;
  const title = savingTitle(saving, voice);
  if (path && guard.state !== 'held-back' && !applied) {
    return (
      <span className={styles.action}>
        <AccentLink
          href={path}
          aria-label={t('savings.openChangeOf', { title })}
        >
          {t('savings.openChange')}
        </AccentLink>
      </span>
    );
  }
  const shown = what();
  return (
    <TextButton
      label={t(`savings.${shown}Of`, { title })}
      onPress={() => onShow(id)}
    >
      {t(`savings.${shown}`)}
    </TextButton>
  );

  function what(): 'result' | 'why' | 'curve' | 'how' {
    if (applied) {
      return 'result';
    }
    if (guard.state === 'held-back') {
      return 'why';
    }
    if (curve) {
      return 'curve';
    }
    return change ? 'why' : 'how';
  }
}

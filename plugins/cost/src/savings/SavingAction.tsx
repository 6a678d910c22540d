import { AccentLink } from '@plimsoll/plugin-plimsoll-react';
import type { Saving } from '@plimsoll/plugin-cost-common';
import { TextButton } from '../surface';
import { useVoice } from '../words';
import { useChangePath } from './useChangePath';

/** @internal */
export interface SavingActionProps {
  saving: Saving;
  onShow(id: string): void;
}

/** The next step: the template's form, or what speaks for the saving. */
export function SavingAction(props: SavingActionProps) {
  const { saving, onShow } = props;
  const { t } = useVoice();
  const path = useChangePath()(saving);
  const { id, title, guard, applied, curve } = saving;
  if (path && guard.state !== 'held-back' && !applied) {
    return (
      <AccentLink href={path} aria-label={t('savings.openChangeOf', { title })}>
        {t('savings.openChange')}
      </AccentLink>
    );
  }
  return (
    <TextButton
      label={t(curve ? 'savings.curveOf' : 'savings.whyOf', { title })}
      onPress={() => onShow(id)}
    >
      {curve ? t('savings.curve') : t('savings.why')}
    </TextButton>
  );
}

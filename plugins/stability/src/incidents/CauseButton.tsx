import { ButtonIcon } from '@backstage/ui';
import type { Incident } from '@plimsoll/plugin-stability-common';
import { RiEdit2Line } from '@remixicon/react';
import { useVoice } from '../words';

/** @internal */
export interface CauseButtonProps {
  incident: Incident;
  onCorrect(incident: Incident): void;
}

/** Opens the dialog that names the deployment an incident came from. */
export function CauseButton(props: CauseButtonProps) {
  const { incident, onCorrect } = props;
  const { t } = useVoice();
  return (
    <ButtonIcon
      variant="tertiary"
      icon={<RiEdit2Line />}
      aria-label={t('cause.open', { label: incident.label })}
      onPress={() => onCorrect(incident)}
    />
  );
}

import { ButtonIcon } from '@backstage/ui';
import type { Deployment } from '@plimsoll/plugin-stability-common';
import { RiEdit2Line } from '@remixicon/react';
import { deploymentName, useVoice } from '../words';

/** @internal */
export interface CorrectButtonProps {
  deployment: Deployment;
  onCorrect(deployment: Deployment): void;
}

/** Opens the dialog that overrules a verdict. */
export function CorrectButton(props: CorrectButtonProps) {
  const { deployment, onCorrect } = props;
  const { t } = useVoice();
  return (
    <ButtonIcon
      variant="tertiary"
      icon={<RiEdit2Line />}
      aria-label={t('deployments.correct', {
        version: deploymentName(deployment),
      })}
      onPress={() => onCorrect(deployment)}
    />
  );
}

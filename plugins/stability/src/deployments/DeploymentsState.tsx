import { Button } from '@backstage/ui';
import { ViewMessage, type Polled } from '@plimsoll/plugin-plimsoll-react';
import {
  stabilityReadPermission,
  type DeploymentPage,
} from '@plimsoll/plugin-stability-common';
import { ReadState } from '../empty';
import { useVoice } from '../words';

/** @internal */
export interface DeploymentsStateProps {
  deployments: Polled<DeploymentPage>;
  /** A verdict is asked for. */
  filtered: boolean;
  onClear(): void;
}

/** Why no deployment is listed. */
export function DeploymentsState(props: DeploymentsStateProps) {
  const { deployments, filtered, onClear } = props;
  const { t } = useVoice();
  if (!deployments.data) {
    return (
      <ReadState
        polled={deployments}
        title={t('error.deployments')}
        permission={stabilityReadPermission.name}
      />
    );
  }
  return filtered ? (
    <ViewMessage
      kind="empty"
      title={t('deployments.noMatch')}
      actions={
        <Button variant="secondary" onPress={onClear}>
          {t('deployments.all')}
        </Button>
      }
    >
      {t('deployments.noMatchWhy')}
    </ViewMessage>
  ) : (
    <ViewMessage kind="empty" title={t('deployments.none')}>
      {t('deployments.noneWhy')}
    </ViewMessage>
  );
}

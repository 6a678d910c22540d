import { ButtonLink } from '@backstage/ui';
import {
  NoMatch,
  PlainCard,
  ViewMessage,
  type Polled,
} from '@plimsoll/plugin-plimsoll-react';
import {
  stabilityReadPermission,
  type ServiceStabilityPage,
} from '@plimsoll/plugin-stability-common';
import { ReadState } from '../empty';
import { useStabilityPaths } from '../routes';
import { useVoice } from '../words';

/** @internal */
export interface FleetStateProps {
  services: Polled<ServiceStabilityPage>;
  filtered: boolean;
  onClear(): void;
}

/** Why no service is listed. */
export function FleetState(props: FleetStateProps) {
  const { services, filtered, onClear } = props;
  const { t } = useVoice();
  const { inbox } = useStabilityPaths();
  if (!services.data) {
    return (
      <PlainCard>
        <ReadState
          polled={services}
          title={t('error.services')}
          permission={stabilityReadPermission.name}
          rows={10}
        />
      </PlainCard>
    );
  }
  return (
    <PlainCard>
      {filtered ? (
        <NoMatch
          title={t('fleet.noMatch')}
          clear={t('fleet.clear')}
          onClear={onClear}
        >
          {t('fleet.noMatchWhy')}
        </NoMatch>
      ) : (
        <ViewMessage
          kind="empty"
          title={t('fleet.empty')}
          actions={
            inbox && (
              <ButtonLink variant="primary" href={inbox}>
                {t('fleet.openInbox')}
              </ButtonLink>
            )
          }
        >
          {t('fleet.emptyWhy')}
        </ViewMessage>
      )}
    </PlainCard>
  );
}

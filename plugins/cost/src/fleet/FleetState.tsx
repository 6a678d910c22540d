import {
  NoMatch,
  PlainCard,
  ViewMessage,
  type Polled,
} from '@plimsoll/plugin-plimsoll-react';
import {
  costReadPermission,
  type CostServicePage,
} from '@plimsoll/plugin-cost-common';
import { NoSource, ReadState } from '../empty';
import { useVoice } from '../words';

/** @internal */
export interface FleetStateProps {
  services: Polled<CostServicePage>;
  filtered: boolean;
  onClear(): void;
}

/** Why no service is listed. */
export function FleetState(props: FleetStateProps) {
  const { services, filtered, onClear } = props;
  const { t } = useVoice();
  const { data } = services;
  return <PlainCard>{why()}</PlainCard>;

  function why() {
    if (!data) {
      return (
        <ReadState
          polled={services}
          title={t('error.services')}
          permission={costReadPermission.name}
          rows={10}
        />
      );
    }
    if (filtered) {
      return (
        <NoMatch title={t('fleet.noMatch')} onClear={onClear}>
          {t('fleet.noMatchWhy')}
        </NoMatch>
      );
    }
    return data.proof.sources.length === 0 ? (
      <NoSource />
    ) : (
      <ViewMessage kind="empty" title={t('fleet.empty')}>
        {t('fleet.emptyWhy')}
      </ViewMessage>
    );
  }
}

import type { Entity } from '@backstage/catalog-model';
import {
  entityName,
  ViewMessage,
  type Polled,
} from '@plimsoll/plugin-plimsoll-react';
import {
  costReadPermission,
  type ServiceCost,
} from '@plimsoll/plugin-cost-common';
import { useVoice } from '../words';
import { isUnknownEntity } from './isUnknownEntity';
import { NoBill } from './NoBill';
import { NoSource } from './NoSource';
import { OtherCurrency } from './OtherCurrency';
import { ReadState } from './ReadState';
import { Unmapped } from './Unmapped';

/** @internal */
export interface ServiceStateProps {
  entity: Entity;
  /** Not read, or read and nothing in it. */
  polled: Polled<ServiceCost>;
}

/** Why a service shows no cost: not read, not readable, none there. */
export function ServiceState(props: ServiceStateProps) {
  const { entity, polled } = props;
  const { t } = useVoice();
  const { data } = polled;
  if (isUnknownEntity(polled.error)) {
    return (
      <ViewMessage
        kind="not-found"
        title={t('empty.unknown', { service: entityName(entity) })}
      >
        {t('empty.unknownWhy')}
      </ViewMessage>
    );
  }
  if (!data) {
    return (
      <ReadState
        polled={polled}
        title={t('error.service')}
        permission={costReadPermission.name}
        entity={entity}
        rows={4}
      />
    );
  }
  switch (data.state) {
    case 'not-configured':
      return <NoSource />;
    case 'no-bill':
      return <NoBill />;
    case 'other-currency':
      return <OtherCurrency entity={entity} cost={data} />;
    default:
      return <Unmapped entity={entity} cost={data} />;
  }
}

import type { Entity } from '@backstage/catalog-model';
import type { Polled } from '@plimsoll/plugin-plimsoll-react';
import { stabilityReadPermission } from '@plimsoll/plugin-stability-common';
import { useVoice } from '../words';
import { FirstEvents } from './FirstEvents';
import { ReadState } from './ReadState';

/** @internal */
export interface ServiceStateProps {
  entity: Entity;
  /** Read, and nothing in it; or not read. */
  polled: Polled<unknown>;
}

/** Why a service shows no figures: not read yet, not readable, none there. */
export function ServiceState(props: ServiceStateProps) {
  const { entity, polled } = props;
  const { t } = useVoice();
  return polled.data === undefined ? (
    <ReadState
      polled={polled}
      title={t('error.metrics')}
      permission={stabilityReadPermission.name}
      entity={entity}
    />
  ) : (
    <FirstEvents entity={entity} />
  );
}

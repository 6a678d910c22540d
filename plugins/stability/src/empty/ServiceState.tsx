import type { Entity } from '@backstage/catalog-model';
import {
  entityName,
  FirstSteps,
  type Polled,
} from '@plimsoll/plugin-plimsoll-react';
import { stabilityReadPermission } from '@plimsoll/plugin-stability-common';
import { useVoice } from '../words';
import { firstAnnotations, firstEventCommand } from './firstEventTexts';
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
  if (polled.data === undefined) {
    return (
      <ReadState
        polled={polled}
        title={t('error.metrics')}
        permission={stabilityReadPermission.name}
        entity={entity}
      />
    );
  }
  const service = entityName(entity);
  return (
    <FirstSteps
      title={t('empty.title', { service })}
      steps={[
        {
          why: t('empty.why'),
          label: t('empty.annotations', { service }),
          text: firstAnnotations(entity),
          copy: t('empty.copyAnnotations'),
        },
        {
          why: t('empty.orSend'),
          label: t('empty.command', { service }),
          text: firstEventCommand(entity),
          copy: t('empty.copyCommand'),
        },
      ]}
    />
  );
}

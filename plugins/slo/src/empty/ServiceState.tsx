import type { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  entityName,
  FirstSteps,
  type Polled,
} from '@plimsoll/plugin-plimsoll-react';
import type { ObjectivePage } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { firstObjectiveDocument } from './firstObjectiveDocument';
import { NoSource } from './NoSource';
import { ReadState } from './ReadState';

/** @internal */
export interface ServiceStateProps {
  entity: Entity;
  objectives: Polled<ObjectivePage>;
}

/**
 * Why a service's objectives cannot be shown: they are being read, refused,
 * broken, not there yet, or nothing can measure them.
 */
export function ServiceState(props: ServiceStateProps) {
  const { entity, objectives } = props;
  const { data } = objectives;
  const { t } = useTranslationRef(sloTranslationRef);
  const service = entityName(entity);

  if (!data) {
    return <ReadState polled={objectives} entity={entity} />;
  }
  if (data.items.length > 0) {
    return (
      <NoSource service={{ name: service, objectives: data.totalItems }} />
    );
  }
  return (
    <FirstSteps
      title={t('empty.title', { service })}
      steps={[
        {
          why: t('empty.why'),
          label: t('empty.document', { service }),
          text: firstObjectiveDocument(entity),
        },
      ]}
    />
  );
}

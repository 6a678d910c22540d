import type { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  describeError,
  ErrorMessage,
  LoadingRows,
  RETRY_SECONDS,
  type Polled,
} from '@plimsoll/plugin-plimsoll-react';
import type { ObjectivePage } from '@plimsoll/plugin-slo-common';
import { FirstObjective } from './FirstObjective';
import { NoPermission } from './NoPermission';
import { NoSource } from './NoSource';
import { sloTranslationRef } from '../translation';

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
  const { data, error, triedAt, retry } = objectives;
  const { t } = useTranslationRef(sloTranslationRef);

  if (data) {
    return data.items.length === 0 ? (
      <FirstObjective entity={entity} />
    ) : (
      <NoSource
        service={{
          name: entity.metadata.title ?? entity.metadata.name,
          objectives: data.totalItems,
        }}
      />
    );
  }
  if (!error) {
    return <LoadingRows />;
  }
  return describeError(error).kind === 'no-permission' ? (
    <NoPermission entity={entity} />
  ) : (
    <ErrorMessage
      title={t('error.objectives')}
      error={error}
      backend="slo"
      onRetry={retry}
      tried={triedAt && { at: triedAt, nextInSeconds: RETRY_SECONDS }}
    />
  );
}

import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AccentLink,
  describeError,
  ErrorMessage,
  LoadingRows,
  RefreshNotice,
  RETRY_SECONDS,
  ViewMessage,
} from '@plimsoll/plugin-plimsoll-react';
import { CardRows } from '../card/CardRows';
import { NoPermission } from '../empty';
import { useObjectives } from '../queries/useObjectives';
import { useObjectivePath } from '../routes/useObjectivePath';
import { sloTranslationRef } from '../translation';
import { refName } from '../words';
import { documentFaults } from './documentFaults';
import { DocumentFrame } from './DocumentFrame';

/** @internal */
export interface MeasuredSloProps {
  entity: Entity;
  /** Ref of the service that the document measures. */
  entityRef: string;
}

/** As many as the API gives at once; a service has a handful. */
const LIMIT = 100;

/** An SLO of a service: its objectives, with the way to the service's tab. */
export function MeasuredSlo(props: MeasuredSloProps) {
  const { entity, entityRef } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const href = useObjectivePath().tab(entityRef);
  const objectives = useObjectives({ entityRef, sort: 'worst', limit: LIMIT });
  const { data, error, triedAt, retry } = objectives;
  const ref = stringifyEntityRef(entity);
  const own = data?.items.filter(objective => objective.ref === ref);

  return (
    <DocumentFrame
      entity={entity}
      title={t('document.objectives')}
      action={
        href && (
          <AccentLink href={href}>
            {t('document.allOf', { service: refName(entityRef) })}
          </AccentLink>
        )
      }
      faults={documentFaults(entity, own ?? [])}
    >
      {body()}
      <RefreshNotice polled={objectives} />
    </DocumentFrame>
  );

  function body() {
    if (own) {
      return own.length > 0 ? (
        <CardRows objectives={own} />
      ) : (
        <ViewMessage kind="empty" title={t('document.notMeasured')}>
          {t('document.notMeasuredWhy')}
        </ViewMessage>
      );
    }
    if (!error) {
      return <LoadingRows rows={2} />;
    }
    return describeError(error).kind === 'no-permission' ? (
      <NoPermission />
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
}

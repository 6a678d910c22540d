import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AccentLink,
  refName,
  RefreshNotice,
  ViewMessage,
} from '@plimsoll/plugin-plimsoll-react';
import { CardRows } from '../card/CardRows';
import { ReadState } from '../empty';
import { useObjectives } from '../queries/useObjectives';
import { useObjectivePath } from '../routes/useObjectivePath';
import { sloTranslationRef } from '../translation';
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
  const { data } = objectives;
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
    return <ReadState polled={objectives} rows={2} />;
  }
}

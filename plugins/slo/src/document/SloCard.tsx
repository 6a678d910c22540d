import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { getEntityRelations } from '@backstage/plugin-catalog-react';
import { ViewMessage } from '@plimsoll/plugin-plimsoll-react';
import { RELATION_MEASURES } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { DocumentFrame } from './DocumentFrame';
import { documentWarnings } from './documentWarnings';
import { MeasuredSlo } from './MeasuredSlo';

/** @internal */
export interface SloCardProps {
  entity: Entity;
}

/** An SLO: how its objectives do, its faults, its document. */
export function SloCard(props: SloCardProps) {
  const { entity } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const [service] = getEntityRelations(entity, RELATION_MEASURES);
  if (service) {
    return (
      <MeasuredSlo entity={entity} entityRef={stringifyEntityRef(service)} />
    );
  }
  return (
    <DocumentFrame
      entity={entity}
      title={t('document.objectives')}
      faults={documentWarnings(entity)}
    >
      <ViewMessage kind="empty" title={t('document.noService')}>
        {t('document.noServiceWhy')}
      </ViewMessage>
    </DocumentFrame>
  );
}

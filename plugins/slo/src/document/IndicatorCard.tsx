import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { getEntityRelations } from '@backstage/plugin-catalog-react';
import {
  AccentLink,
  refName,
  ViewMessage,
} from '@plimsoll/plugin-plimsoll-react';
import { RELATION_INDICATOR_OF } from '@plimsoll/plugin-slo-common';
import { useObjectivePath } from '../routes/useObjectivePath';
import { sloTranslationRef } from '../translation';
import { DocumentFrame } from './DocumentFrame';
import { documentWarnings } from './documentWarnings';
import styles from './IndicatorCard.module.css';

/** @internal */
export interface IndicatorCardProps {
  entity: Entity;
}

/** An SLI: which SLOs use it, its faults, its document. */
export function IndicatorCard(props: IndicatorCardProps) {
  const { entity } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const paths = useObjectivePath();
  const users = getEntityRelations(entity, RELATION_INDICATOR_OF)
    .map(ref => stringifyEntityRef(ref))
    .sort();
  return (
    <DocumentFrame
      entity={entity}
      title={t('document.usedBy')}
      faults={documentWarnings(entity)}
    >
      {users.length > 0 ? (
        <ul className={styles.users}>
          {users.map(ref => (
            <li key={ref}>
              <AccentLink href={paths.service(ref) ?? '#'}>
                {refName(ref)}
              </AccentLink>
            </li>
          ))}
        </ul>
      ) : (
        <ViewMessage kind="empty" title={t('document.unused')}>
          {t('document.unusedWhy', { name: entity.metadata.name })}
        </ViewMessage>
      )}
    </DocumentFrame>
  );
}

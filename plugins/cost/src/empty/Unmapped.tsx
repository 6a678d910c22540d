import type { Entity } from '@backstage/catalog-model';
import {
  AccentLink,
  entityName,
  FirstSteps,
} from '@plimsoll/plugin-plimsoll-react';
import type { ServiceCost } from '@plimsoll/plugin-cost-common';
import { useCostPaths } from '../routes';
import { useVoice } from '../words';
import { annotationText } from './annotationText';
import styles from './Unmapped.module.css';

/** @internal */
export interface UnmappedProps {
  entity: Entity;
  mapping: ServiceCost['mapping'];
}

/** There is a bill, and nothing on it names this service: how to change that. */
export function Unmapped(props: UnmappedProps) {
  const { entity, mapping } = props;
  const { annotation, value, tags } = mapping;
  const { t } = useVoice();
  const wizard = useCostPaths().page('unmapped');
  const service = entityName(entity);
  return (
    <>
      <FirstSteps
        title={t('empty.unmapped', { service })}
        steps={[
          {
            why: t('empty.unmappedWhy'),
            label: t('empty.annotation', { service }),
            text: annotationText({ key: annotation, value }),
            copy: t('empty.copyAnnotation'),
          },
          ...(tags.length > 0
            ? [
                {
                  why: t('empty.orTag'),
                  label: t('empty.tag', { service }),
                  text: `${tags[0]} = ${entity.metadata.name}\n`,
                  copy: t('empty.copyTag'),
                },
              ]
            : []),
        ]}
      />
      {wizard && (
        <p className={styles.wizard}>
          <AccentLink href={wizard}>{t('empty.wizard')}</AccentLink>
        </p>
      )}
    </>
  );
}

import type { Entity } from '@backstage/catalog-model';
import {
  AccentLink,
  entityName,
  FirstSteps,
} from '@plimsoll/plugin-plimsoll-react';
import type { ServiceCost } from '@plimsoll/plugin-cost-common';
import { useCostPaths } from '../routes';
import { dayText, useVoice } from '../words';
import { annotationText } from './annotationText';
import styles from './Unmapped.module.css';

/** @internal */
export interface UnmappedProps {
  entity: Entity;
  cost: Pick<ServiceCost, 'mapping' | 'namedUntil' | 'total' | 'proof'>;
}

/** There is a bill, and nothing on it names this service: how to change that. */
export function Unmapped(props: UnmappedProps) {
  const { entity, cost } = props;
  const { namedUntil, total, proof } = cost;
  const { annotation, value, tags } = cost.mapping;
  const { formats, t } = useVoice();
  const wizard = useCostPaths().page('unmapped');
  const service = entityName(entity);
  return (
    <>
      <FirstSteps
        title={
          namedUntil
            ? t('empty.unmappedSince', {
                service,
                day: dayText(namedUntil, { formats }),
              })
            : t('empty.unmapped', { service })
        }
        steps={[
          {
            why: [...sharedText(), t('empty.unmappedWhy')].join(' '),
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

  /** What comes to everybody is no answer to what a service costs. */
  function sharedText(): string[] {
    const { currency } = proof;
    return Number(total) === 0
      ? []
      : [
          t('empty.sharedAlone', {
            amount: formats.money(total, { currency }),
          }),
        ];
  }
}

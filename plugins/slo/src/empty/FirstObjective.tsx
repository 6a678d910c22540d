import type { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CodeBlock, CopyButton } from '@plimsoll/plugin-plimsoll-react';
import { sloTranslationRef } from '../translation';
import { firstObjectiveDocument } from './firstObjectiveDocument';
import styles from './FirstObjective.module.css';

/** @internal */
export interface FirstObjectiveProps {
  entity: Entity;
}

/** What to do where a service has no objective yet. */
export function FirstObjective(props: FirstObjectiveProps) {
  const { entity } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const service = entity.metadata.title ?? entity.metadata.name;
  const text = firstObjectiveDocument(entity);
  return (
    <div className={styles.first}>
      <h3 className={styles.title}>{t('empty.title', { service })}</h3>
      <p className={styles.why}>{t('empty.why')}</p>
      <CodeBlock label={t('empty.document', { service })}>{text}</CodeBlock>
      <div className={styles.actions}>
        <CopyButton variant="primary" text={text} />
      </div>
    </div>
  );
}

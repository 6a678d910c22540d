import { ANNOTATION_EDIT_URL } from '@backstage/catalog-model';
import { ButtonLink } from '@backstage/ui';
import {
  CodeBlock,
  CopyButton,
  LoadingRows,
  refName,
} from '@plimsoll/plugin-plimsoll-react';
import { annotationText, ReadState } from '../empty';
import { useVoice } from '../words';
import { mergeAnnotation } from './mergeAnnotation';
import { useCatalogEntity } from './useCatalogEntity';
import styles from './MappingWizard.module.css';

/** Of the catalog, which is asked what stands there already. */
const CATALOG_READ = 'catalog.entity.read';

/** @internal */
export interface AnnotationStepProps {
  entityRef: string;
  annotation: { key: string; value: string };
}

/** What to write into catalog-info.yaml, and the way to its editor. */
export function AnnotationStep(props: AnnotationStepProps) {
  const { entityRef, annotation } = props;
  const { key, value } = annotation;
  const { t } = useVoice();
  const entity = useCatalogEntity(entityRef);
  const service = refName(entityRef);
  if (entity.loading) {
    return <LoadingRows rows={2} />;
  }
  if (entity.data === null) {
    return <p className={styles.text}>{t('wizard.notFound', { service })}</p>;
  }
  if (entity.error !== undefined && entity.data === undefined) {
    return (
      <ReadState
        polled={entity}
        title={t('error.catalog')}
        permission={CATALOG_READ}
        rows={2}
      />
    );
  }
  const annotations = entity.data?.metadata.annotations;
  const edit = annotations?.[ANNOTATION_EDIT_URL];
  const present = annotations?.[key];
  const text = annotationText({ key, value: mergeAnnotation(present, value) });
  return (
    <div className={styles.step}>
      <p className={styles.text}>
        {present
          ? t('wizard.replaceWhy', { service, present })
          : t('wizard.writeWhy', { service })}
      </p>
      <CodeBlock label={t('wizard.label', { service })}>{text}</CodeBlock>
      <div className={styles.actions}>
        <CopyButton variant="primary" text={text} label={t('wizard.copy')} />
        {edit && (
          <ButtonLink variant="secondary" href={edit} target="_blank">
            {t('wizard.edit')}
          </ButtonLink>
        )}
      </div>
      {!edit && (
        <p className={styles.text}>{t('wizard.noEdit', { service })}</p>
      )}
    </div>
  );
}

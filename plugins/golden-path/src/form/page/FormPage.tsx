import { useMemo } from 'react';
import { useParams } from 'react-router-dom';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { goldenPathTranslationRef } from '../../translation';
import { CostPanel } from '../cost/CostPanel';
import { DependencyHint } from '../promise/DependencyHint';
import { MadePanel } from '../preview/MadePanel';
import { usePreview } from '../preview/usePreview';
import { AlertRouting } from '../promise/AlertRouting';
import { FormContext } from './FormContext';
import { stockFields } from './stockFields';
import styles from './FormPage.module.css';

type Answers = Record<string, unknown>;

/**
 * One page of the form: the stock fields, and beside them what they will make.
 * Names and answers are those of the page's own parameters.
 */
export function FormPage(props: FieldExtensionComponentProps<Answers>) {
  const { formData, registry, schema, uiSchema } = props;
  const { t } = useTranslationRef(goldenPathTranslationRef);
  const { namespace, templateName } = useParams();
  const { ObjectField } = stockFields(registry);
  const earlier = (registry.formContext as { formData?: Answers }).formData;
  const answers = useMemo(
    () => ({ ...earlier, ...formData }),
    [earlier, formData],
  );
  const preview = usePreview({
    template:
      namespace && templateName
        ? `template:${namespace}/${templateName}`.toLowerCase()
        : undefined,
    answers,
  });
  const { properties = {} } = schema;
  const isPromise = 'availability' in properties;
  const name =
    typeof answers.name === 'string' && answers.name !== ''
      ? answers.name
      : t('formHeading.unnamed');
  const rest = 'repoUrl' in properties ? 'delivery' : 'service';
  const page = isPromise ? 'promise' : rest;
  const { 'ui:field': _, ...stockUiSchema } = uiSchema;
  const { description, ...fields } = schema;

  return (
    <FormContext.Provider value={answers}>
      <div className={styles.page}>
        <div className={styles.fields}>
          <h2 className={styles.heading}>
            {t(`formHeading.${page}`, { name })}
          </h2>
          {description && <p className={styles.second}>{description}</p>}
          <div className={styles.answers} data-page={page}>
            <ObjectField {...props} schema={fields} uiSchema={stockUiSchema} />
          </div>
          {isPromise && (
            <>
              <DependencyHint
                availability={answers.availability}
                dependencies={preview.shown?.dependencies ?? []}
              />
              <AlertRouting preview={preview.shown} />
            </>
          )}
        </div>
        <div className={styles.aside}>
          <MadePanel preview={preview} />
          <CostPanel estimate={preview.shown?.estimate} />
        </div>
      </div>
    </FormContext.Provider>
  );
}

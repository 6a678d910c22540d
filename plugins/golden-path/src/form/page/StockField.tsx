import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { stockFields } from './stockFields';
import styles from './StockField.module.css';

/**
 * A field as the form itself shows it: what is ours is its judgement. The form
 * leaves out the description of fields that are not its own, so it stands here.
 */
export function StockField<T>(props: FieldExtensionComponentProps<T>) {
  const { registry, schema, uiSchema } = props;
  const { 'ui:field': _, ...stockUiSchema } = uiSchema;
  const { StringField, NumberField } = stockFields(registry);
  const Field = schema.type === 'string' ? StringField : NumberField;
  return (
    <div className={styles.field}>
      <Field {...props} uiSchema={stockUiSchema} />
      {schema.description && <p>{schema.description}</p>}
    </div>
  );
}

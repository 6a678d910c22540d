import type { ComponentType } from 'react';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';

type AnyProps = Omit<
  FieldExtensionComponentProps<any>,
  'schema' | 'uiSchema'
> & {
  schema: object;
  uiSchema: object;
  formData?: unknown;
};

/** The form's own fields, as the renderer registers them. */
export type StockFields = Record<
  'ObjectField' | 'StringField' | 'NumberField',
  ComponentType<AnyProps>
> &
  Record<string, ComponentType<AnyProps> | undefined>;

/** The form's own fields: those of ours show them, and add to them. */
export function stockFields(
  registry: Pick<FieldExtensionComponentProps<any>['registry'], 'fields'>,
): StockFields {
  return registry.fields as unknown as StockFields;
}

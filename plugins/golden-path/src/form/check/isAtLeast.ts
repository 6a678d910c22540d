import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';

/** Options of a number that may not be below another one. */
export interface AtLeastOptions {
  /** Name of the other parameter. */
  atLeast: string;
}

/** A number that may not be below another one of the form; both by name. */
export const isAtLeast: CustomFieldValidator<number, AtLeastOptions> = (
  value,
  field,
  { formData, uiSchema },
) => {
  const name = uiSchema?.['ui:options']?.atLeast;
  const least = name === undefined ? undefined : formData[name];
  if (typeof least === 'number' && value < least) {
    // the server's own words for the same fault
    field.addError(`must be at least ${name}, ${least}`);
  }
};

import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { goldenPathApiRef } from '../../api';

/**
 * Whether what is named is free, as the server knows: in the catalog and on
 * the host of repositories. Where it does not answer the form goes on; the task
 * looks again before it makes anything.
 *
 * @param name - of the parameter
 */
export function isFree(name: string): CustomFieldValidator<string> {
  return async (_, field, { apiHolder, formData }) => {
    const api = apiHolder.get(goldenPathApiRef);
    const answers = { ...formData };
    const answered = await api?.findings({ answers }).catch(() => undefined);
    for (const finding of answered?.findings ?? []) {
      if (finding.field === name) {
        field.addError(finding.message);
      }
    }
  };
}

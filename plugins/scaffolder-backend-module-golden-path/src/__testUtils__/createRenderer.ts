import { parseEntityRef } from '@backstage/catalog-model';
import { createTemplateRenderer } from 'nunjitsu';

/**
 * The scaffolder's renderer, with as many of its own filters as templates need:
 * it exports neither.
 */
export function createRenderer() {
  return createTemplateRenderer({
    allowRegexExecution: true,
    filters: {
      parseEntityRef: ref => ({ ...parseEntityRef(String(ref)) }),
      pick: (value, name) => Object(value)[String(name)],
    },
  });
}

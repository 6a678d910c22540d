import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import type { OpenSloMetadata } from '@plimsoll/plugin-slo-common';

/** Where a document's labels are kept as written, as JSON. @public */
export const OPENSLO_LABELS_ANNOTATION = 'plimsoll.dev/openslo-labels';

/**
 * OpenSLO's labels in the form that the catalog accepts: of a list the first
 * value that fits, and none where no value fits, since catalog labels are short
 * words and OpenSLO's may be free text or lists.
 */
export function flattenLabels(labels: OpenSloMetadata['labels'] = {}): {
  labels: Record<string, string>;
  /** Set when something was left out: all labels, as the document has them. */
  original?: string;
} {
  const flat: Record<string, string> = {};
  let lossless = true;
  for (const [key, value] of Object.entries(labels)) {
    const fitting = [value]
      .flat()
      .find(item => KubernetesValidatorFunctions.isValidLabelValue(item));
    lossless &&= fitting === value;
    if (fitting !== undefined) {
      flat[key] = fitting;
    }
  }
  return lossless
    ? { labels: flat }
    : { labels: flat, original: JSON.stringify(labels) };
}

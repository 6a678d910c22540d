import type { ObjectivePage } from '@plimsoll/plugin-slo-common';

/** Whether there are objectives, and something to measure them with. */
export function isMeasurable(page: ObjectivePage): boolean {
  return page.items.length > 0 && page.sources.length > 0;
}

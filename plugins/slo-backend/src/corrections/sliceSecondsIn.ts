import { sliceSecondsOf } from '@plimsoll/plugin-slo-common';
import type { KnownDefinition } from '../objectives/CatalogObjective';

/** How long the slices of a row's objective are; undefined where it has none. */
export function sliceSecondsIn(row: {
  definition: string;
}): number | undefined {
  const { budgeting }: KnownDefinition = JSON.parse(row.definition);
  return sliceSecondsOf(budgeting);
}

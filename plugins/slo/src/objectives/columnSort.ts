import type { SortDescriptor } from '@backstage/ui';
import type { ObjectiveSort } from '@plimsoll/plugin-slo-common';

/** Columns that the API can sort by, with their first direction. */
const COLUMNS: Record<
  string,
  { ascending: ObjectiveSort; descending: ObjectiveSort }
> = {
  objective: { ascending: 'name', descending: '-name' },
  budget: { ascending: 'budget', descending: '-budget' },
  burn: { ascending: 'burn', descending: '-burn' },
};

/** How a table shows the order; "worst first" belongs to no column. */
export function sortDescriptor(sort: ObjectiveSort): SortDescriptor | null {
  for (const [column, { ascending, descending }] of Object.entries(COLUMNS)) {
    if (sort === ascending || sort === descending) {
      return {
        column,
        direction: sort === ascending ? 'ascending' : 'descending',
      };
    }
  }
  return null;
}

/** What the API is asked when a column head is pressed. */
export function objectiveSort(descriptor: SortDescriptor): ObjectiveSort {
  return COLUMNS[String(descriptor.column)]?.[descriptor.direction] ?? 'worst';
}

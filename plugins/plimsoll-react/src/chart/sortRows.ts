/** What rows are sorted by. */
export interface SortableRow {
  at: Date;
  /** By column; a cell without a value is not known. */
  cells: Record<string, { value?: number; text: string }>;
}

/**
 * Rows by time (`at`) or by the value of a column. What is not known comes
 * last in both directions, in the order of time.
 */
export function sortRows<TRow extends SortableRow>(
  rows: readonly TRow[],
  options: { column: string; direction: 'ascending' | 'descending' },
): TRow[] {
  const { column, direction } = options;
  const sign = direction === 'descending' ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [one, two] = [valueOf(a, column), valueOf(b, column)];
    if (one === undefined || two === undefined) {
      return one === two
        ? a.at.getTime() - b.at.getTime()
        : Number(one === undefined) - Number(two === undefined);
    }
    return sign * (one - two);
  });
}

function valueOf(row: SortableRow, column: string): number | undefined {
  return column === 'at' ? row.at.getTime() : row.cells[column].value;
}

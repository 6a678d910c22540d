import type { ReactNode } from 'react';
import { Cell, Column, type ColumnConfig } from '@backstage/ui';
import styles from './numericColumn.module.css';

/** @public */
export interface NumericColumnOptions<T> {
  id: string;
  label: string;
  isSortable?: boolean;
  render(row: T): ReactNode;
}

/**
 * A column of a BUI table whose head and figures stand at the right, so that
 * digits line up.
 *
 * @public
 */
export function numericColumn<T extends { id: string | number }>(
  options: NumericColumnOptions<T>,
): ColumnConfig<T> {
  const { id, label, isSortable, render } = options;
  return {
    id,
    label,
    isSortable,
    header: () => (
      <Column id={id} allowsSorting={isSortable} className={styles.head}>
        {label}
      </Column>
    ),
    cell: row => <Cell className={styles.figure}>{render(row)}</Cell>,
  };
}

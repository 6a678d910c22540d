import type { ReactNode } from 'react';
import { SearchField } from '@backstage/ui';
import { useDelayed } from '../paging';
import styles from './ListFilters.module.css';

/** @public */
export interface ListFiltersProps {
  /** Names the search field. */
  search: string;
  /** What is searched for, and where a new text goes once typing pauses. */
  text: string;
  onSearch(text: string): void;
  /** Further filters: `ChoiceSelect`, `DemoBadge`. */
  children?: ReactNode;
  /** The order, at the far end: a `ChoiceSelect`. */
  order?: ReactNode;
  /** After the order: a `ChoiceGroup` of ranges. */
  range?: ReactNode;
}

/**
 * Search, filters and order above a list; one below the other on narrow
 * screens.
 *
 * @public
 */
export function ListFilters(props: ListFiltersProps) {
  const { search, text, onSearch, children, order, range } = props;
  const typed = useDelayed({ value: text, onChange: onSearch });
  return (
    <div className={styles.filters} role="search">
      <SearchField
        className={styles.search}
        size="small"
        aria-label={search}
        placeholder={search}
        value={typed.value}
        onChange={typed.onChange}
      />
      {children}
      {order && <span className={styles.order}>{order}</span>}
      {range && <span>{range}</span>}
    </div>
  );
}

import { SearchField } from '@backstage/ui';
import {
  ChoiceGroup,
  ChoiceSelect,
  DemoBadge,
  useDelayed,
} from '@plimsoll/plugin-plimsoll-react';
import { RANGES } from '../queries/ranges';
import { useVoice } from '../words';
import { FLEET_SORTS, type FleetQuery } from './FleetQuery';
import styles from './FleetFilters.module.css';

/** @internal */
export interface FleetFiltersProps {
  query: FleetQuery;
  demo: boolean;
  onChange(part: Partial<FleetQuery>): void;
}

/** Search, range and order of the table. */
export function FleetFilters(props: FleetFiltersProps) {
  const { query, demo, onChange } = props;
  const { t } = useVoice();
  const search = useDelayed({
    value: query.q,
    onChange: q => onChange({ q }),
  });
  return (
    <div className={styles.filters} role="search">
      <SearchField
        className={styles.search}
        size="small"
        aria-label={t('fleet.search')}
        placeholder={t('fleet.search')}
        value={search.value}
        onChange={search.onChange}
      />
      {demo && <DemoBadge />}
      <span className={styles.order}>
        <ChoiceSelect
          label={t('fleet.sort')}
          options={FLEET_SORTS.map(id => ({
            id,
            label: t(`fleet.sorts.${id}`),
          }))}
          selected={query.sort}
          onSelect={sort => onChange({ sort })}
        />
      </span>
      <ChoiceGroup
        label={t('fleet.window')}
        options={RANGES.map(id => ({ id, label: t(`tab.ranges.${id}`) }))}
        selected={query.range}
        onSelect={range => onChange({ range })}
      />
    </div>
  );
}

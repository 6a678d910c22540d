import {
  ChoiceGroup,
  ChoiceSelect,
  ListFilters,
} from '@plimsoll/plugin-plimsoll-react';
import { COST_METRICS } from '@plimsoll/plugin-cost-common';
import { useVoice } from '../words';
import { FLEET_SORTS, GROUPINGS, type FleetQuery } from './FleetQuery';

/** @internal */
export interface FleetFiltersProps {
  query: FleetQuery;
  onChange(part: Partial<FleetQuery>): void;
}

/** Search, grouping, order and metric of the table. */
export function FleetFilters(props: FleetFiltersProps) {
  const { query, onChange } = props;
  const { t } = useVoice();
  return (
    <ListFilters
      search={t('fleet.search')}
      text={query.q}
      onSearch={q => onChange({ q })}
      order={
        <ChoiceSelect
          label={t('fleet.sort')}
          options={FLEET_SORTS.map(id => ({
            id,
            label: t(`fleet.sorts.${id}`),
          }))}
          selected={FLEET_SORTS.find(id => id === query.sort)}
          onSelect={sort => sort && onChange({ sort })}
        />
      }
      range={
        <ChoiceGroup
          label={t('chart.metric')}
          options={COST_METRICS.map(id => ({ id, label: t(`metric.${id}`) }))}
          selected={query.metric}
          onSelect={metric => onChange({ metric })}
        />
      }
    >
      <span>
        <ChoiceSelect
          label={t('fleet.groupBy')}
          options={GROUPINGS.map(id => ({
            id,
            label: t(`fleet.groupings.${id}`),
          }))}
          selected={query.groupBy}
          onSelect={groupBy => groupBy && onChange({ groupBy })}
        />
      </span>
    </ListFilters>
  );
}

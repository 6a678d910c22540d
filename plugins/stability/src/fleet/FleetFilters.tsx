import {
  ChoiceGroup,
  ChoiceSelect,
  DemoBadge,
  ListFilters,
} from '@plimsoll/plugin-plimsoll-react';
import { RANGES } from '../queries/ranges';
import { useVoice } from '../words';
import { FLEET_SORTS, type FleetQuery } from './FleetQuery';

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
          selected={query.sort}
          onSelect={sort => onChange({ sort })}
        />
      }
      range={
        <ChoiceGroup
          label={t('fleet.window')}
          options={RANGES.map(id => ({ id, label: t(`tab.ranges.${id}`) }))}
          selected={query.range}
          onSelect={range => onChange({ range })}
        />
      }
    >
      {demo && <DemoBadge />}
    </ListFilters>
  );
}

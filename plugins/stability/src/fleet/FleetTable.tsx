import { Cell, Table, type ColumnConfig } from '@backstage/ui';
import { numericColumn, TableSurface } from '@plimsoll/plugin-plimsoll-react';
import type { ServiceStability } from '@plimsoll/plugin-stability-common';
import { useVoice } from '../words';
import { FLEET_SORTS, type FleetSort } from './FleetQuery';
import { IncidentCell } from './IncidentCell';
import { LastCell } from './LastCell';
import { MetricCell } from './MetricCell';
import { ServiceName } from './ServiceName';

/** @internal */
export interface FleetTableProps {
  services: readonly ServiceStability[];
  sort: FleetSort;
  onSort(sort: FleetSort): void;
}

type Row = ServiceStability & { id: string };

/** The API knows one direction of each order: trouble first, or A to Z. */
const ASCENDING: readonly FleetSort[] = ['name'];

/** Services, a row each. */
export function FleetTable(props: FleetTableProps) {
  const { services, sort, onSort } = props;
  const { t } = useVoice();
  const columns: ColumnConfig<Row>[] = [
    {
      id: 'name',
      label: t('fleet.service'),
      isRowHeader: true,
      isSortable: true,
      cell: row => (
        <Cell>
          <ServiceName service={row} />
        </Cell>
      ),
    },
    numericColumn<Row>({
      id: 'change-failure-rate',
      label: t('fleet.failed'),
      isSortable: true,
      render: row => <MetricCell service={row} metric="change-failure-rate" />,
    }),
    numericColumn<Row>({
      id: 'recovery',
      label: t('fleet.recovery'),
      isSortable: true,
      render: row => (
        <MetricCell service={row} metric="failed-deployment-recovery-time" />
      ),
    }),
    numericColumn<Row>({
      id: 'frequency',
      label: t('fleet.frequency'),
      isSortable: true,
      render: row => <MetricCell service={row} metric="deployment-frequency" />,
    }),
    numericColumn<Row>({
      id: 'lead',
      label: t('fleet.lead'),
      render: row => <MetricCell service={row} metric="change-lead-time" />,
    }),
    {
      id: 'last',
      label: t('fleet.last'),
      cell: row => (
        <Cell>
          <LastCell service={row} />
        </Cell>
      ),
    },
    {
      id: 'incident',
      label: t('fleet.incident'),
      cell: row => (
        <Cell>
          <IncidentCell service={row} />
        </Cell>
      ),
    },
  ];
  return (
    <TableSurface>
      <Table<Row>
        columnConfig={columns}
        data={services.map(service => ({ ...service, id: service.entityRef }))}
        pagination={{ type: 'none' }}
        sort={{
          descriptor: {
            column: sort,
            direction: ASCENDING.includes(sort) ? 'ascending' : 'descending',
          },
          onSortChange: ({ column }) => {
            const next = FLEET_SORTS.find(id => id === column);
            if (next) {
              onSort(next);
            }
          },
        }}
      />
    </TableSurface>
  );
}

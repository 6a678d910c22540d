import { Cell, Table, type ColumnConfig } from '@backstage/ui';
import {
  numericColumn,
  SecondText,
  TableSurface,
  TwoLines,
} from '@plimsoll/plugin-plimsoll-react';
import type { UnmappedCost } from '@plimsoll/plugin-cost-common';
import { TextButton } from '../surface';
import { useVoice } from '../words';
import { proposalText } from './proposalText';
import { unmappedKey } from './unmappedKey';
import { unmappedGround, unmappedName } from './unmappedName';

/** @internal */
export interface UnmappedRowsProps {
  costs: readonly UnmappedCost[];
  currency: string;
  onMap(key: string): void;
}

type Row = UnmappedCost & { id: string };

/** What charges have in common, what they cost, whose they may be. */
export function UnmappedTable(props: UnmappedRowsProps) {
  const { costs, currency, onMap } = props;
  const voice = useVoice();
  const { formats, t } = voice;
  const columns: ColumnConfig<Row>[] = [
    {
      id: 'what',
      label: t('unmapped.what'),
      isRowHeader: true,
      cell: row => (
        <Cell>
          <TwoLines leastWidth={180} second={unmappedGround(row, voice)}>
            <strong>{unmappedName(row, voice)}</strong>
          </TwoLines>
        </Cell>
      ),
    },
    numericColumn<Row>({
      id: 'cost',
      label: t('unmapped.cost'),
      render: row => formats.money(row.total, { currency }),
    }),
    {
      id: 'proposal',
      label: t('unmapped.proposal'),
      cell: row => (
        <Cell>
          {row.proposals.length > 0 ? (
            proposalText(row.proposals[0], voice)
          ) : (
            <SecondText>{t('unmapped.proposalNone')}</SecondText>
          )}
        </Cell>
      ),
    },
    {
      id: 'map',
      label: t('savings.action'),
      cell: row => (
        <Cell>
          <TextButton
            label={t('unmapped.mapOf', { what: unmappedName(row, voice) })}
            onPress={() => onMap(unmappedKey(row))}
          >
            {t('unmapped.map')}
          </TextButton>
        </Cell>
      ),
    },
  ];
  return (
    <TableSurface>
      <Table<Row>
        columnConfig={columns}
        data={costs.map(cost => ({ ...cost, id: unmappedKey(cost) }))}
        pagination={{ type: 'none' }}
      />
    </TableSurface>
  );
}

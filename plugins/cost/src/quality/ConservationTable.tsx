import { Cell, Table, type ColumnConfig } from '@backstage/ui';
import {
  numericColumn,
  TableSurface,
  TwoLines,
} from '@plimsoll/plugin-plimsoll-react';
import { monthText, useVoice } from '../words';
import type { ConservationRow } from './conservationRows';
import styles from './quality.module.css';

/** @internal */
export interface ConservationTableProps {
  rows: readonly ConservationRow[];
}

/** Months and their invoices, with what stands on services and pools. */
export function ConservationTable(props: ConservationTableProps) {
  const { rows } = props;
  const voice = useVoice();
  const { formats, t } = voice;
  const columns: ColumnConfig<ConservationRow>[] = [
    {
      id: 'month',
      label: t('quality.invoice'),
      isRowHeader: true,
      cell: row => (
        <Cell>
          {row.parts ? (
            <TwoLines leastWidth={120} second={whose(row)}>
              <strong>{monthText(row.month, voice)}</strong>
            </TwoLines>
          ) : (
            <span className={styles.invoice}>{whose(row)}</span>
          )}
        </Cell>
      ),
    },
    {
      id: 'currency',
      label: t('quality.currency'),
      cell: row => <Cell>{row.currency}</Cell>,
    },
    numericColumn<ConservationRow>({
      id: 'bill',
      label: t('quality.bill'),
      render: row => (
        <TwoLines
          second={
            row.ofOtherMonths &&
            t('quality.ofOtherMonths', {
              amount: formats.money(row.ofOtherMonths, {
                ...row,
                signed: true,
              }),
            })
          }
        >
          {formats.money(row.bill, row)}
        </TwoLines>
      ),
    }),
    numericColumn<ConservationRow>({
      id: 'allocated',
      label: t('quality.allocated'),
      render: row => (row.parts ? formats.money(row.parts.allocated, row) : ''),
    }),
    numericColumn<ConservationRow>({
      id: 'difference',
      label: t('quality.difference'),
      render: row => row.parts && difference(row, row.parts),
    }),
  ];
  return (
    <TableSurface>
      <Table<ConservationRow>
        columnConfig={columns}
        data={[...rows]}
        pagination={{ type: 'none' }}
      />
    </TableSurface>
  );

  function whose({ invoice, invoices }: ConservationRow): string {
    return invoice
      ? `${invoice.source} \u00b7 ${invoice.billingAccount}`
      : t('quality.invoices', { count: invoices });
  }

  function difference(
    { currency }: ConservationRow,
    parts: NonNullable<ConservationRow['parts']>,
  ) {
    const { residue } = parts;
    if (Number(parts.difference) !== 0) {
      return (
        <span className={styles.bad}>
          {formats.money(parts.difference, { currency, signed: true })}
        </span>
      );
    }
    return (
      <TwoLines
        second={
          Number(residue) === 0
            ? undefined
            : t('quality.residue', {
                amount: formats.money(residue, { currency, exact: true }),
              })
        }
      >
        {t('quality.exact')}
      </TwoLines>
    );
  }
}

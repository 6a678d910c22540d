import { Cell, Table, type ColumnConfig } from '@backstage/ui';
import {
  AccentLink,
  changeScale,
  numericColumn,
  SecondText,
  TableSurface,
  TwoLines,
} from '@plimsoll/plugin-plimsoll-react';
import type { DeploymentCost } from '@plimsoll/plugin-cost-common';
import { useCostPaths } from '../routes';
import { useVoice } from '../words';
import { alternativesText } from './alternativesText';
import { ChangeCell } from './ChangeCell';
import { deploymentPath } from './deploymentPath';
import { monthFigure } from './monthFigure';

/** @internal */
export interface DeploymentCostsTableProps {
  entityRef: string;
  deployments: readonly DeploymentCost[];
  /** Also those that are not shown: others are told apart by their versions. */
  all: readonly DeploymentCost[];
  currency: string;
}

type Row = DeploymentCost & { id: string };

const NOT_KNOWN = '\u2013';

/** Pixels that a version needs. */
const LEAST_NAME = 84;

/** Unit cost before and after, the change with its whisker, a month's money. */
export function DeploymentCostsTable(props: DeploymentCostsTableProps) {
  const { entityRef, deployments, all, currency } = props;
  const voice = useVoice();
  const { formats, t } = voice;
  const service = useCostPaths().service(entityRef);
  const scale = changeScale(
    deployments.flatMap(({ change }) => (change ? [change] : [])),
  );
  const money = (amount: string | undefined) =>
    amount === undefined ? NOT_KNOWN : formats.money(amount, { currency });
  const columns: ColumnConfig<Row>[] = [
    {
      id: 'version',
      label: t('deployments.version'),
      isRowHeader: true,
      cell: row => (
        <Cell>
          <TwoLines
            leastWidth={LEAST_NAME}
            second={
              alternativesText({ deployment: row, all, ...voice }) ??
              (row.reason && t(`deployments.reason.${row.reason}`))
            }
          >
            {nameOf(row)}
          </TwoLines>
        </Cell>
      ),
    },
    numericColumn<Row>({
      id: 'before',
      label: t('deployments.before'),
      render: row => money(row.before),
    }),
    numericColumn<Row>({
      id: 'after',
      label: t('deployments.after'),
      render: row => money(row.after),
    }),
    {
      id: 'change',
      label: t('deployments.change'),
      cell: row => (
        <Cell>
          <ChangeCell deployment={row} scale={scale} />
        </Cell>
      ),
    },
    numericColumn<Row>({
      id: 'month',
      label: t('deployments.month'),
      render: row =>
        row.state === 'changed' && row.perMonth !== undefined ? (
          <strong>
            {monthFigure({ deployment: row, currency, ...voice })}
          </strong>
        ) : (
          <SecondText>
            {monthFigure({ deployment: row, currency, ...voice })}
          </SecondText>
        ),
    }),
  ];
  return (
    <TableSurface>
      <Table<Row>
        columnConfig={columns}
        data={deployments.map(one => ({ ...one, id: one.deploymentId }))}
        pagination={{ type: 'none' }}
      />
    </TableSurface>
  );

  function nameOf({ version, deploymentId }: DeploymentCost) {
    const name = version ?? deploymentId;
    return service ? (
      <AccentLink href={deploymentPath({ service, deploymentId })}>
        {name}
      </AccentLink>
    ) : (
      name
    );
  }
}

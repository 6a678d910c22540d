import type { Entity } from '@backstage/catalog-model';
import {
  CardList,
  entityName,
  RefreshNotice,
} from '@plimsoll/plugin-plimsoll-react';
import type { SloRollup } from '@plimsoll/plugin-slo-common';
import { CardSourceNote } from '../card/CardSourceNote';
import { NoSource, ReadState } from '../empty';
import type { ReadRollup } from '../queries/useRollup';
import { EmptyRollup } from './EmptyRollup';
import { RollupFooter } from './RollupFooter';
import { StateTally } from './StateTally';
import { SumRow } from './SumRow';
import { WithoutObjective } from './WithoutObjective';
import { WorstRows } from './WorstRows';

/** @internal */
export interface RollupBodyProps {
  entity: Entity;
  rollup: ReadRollup<SloRollup>;
  /** The figure's explanation is open. */
  explained: boolean;
  onExplain(): void;
}

/** States, figure and worst objectives, or one of the card's other states. */
export function RollupBody(props: RollupBodyProps) {
  const { entity, rollup, explained, onExplain } = props;
  const { data, stale } = rollup;
  const name = entityName(entity);
  if (!data) {
    return <ReadState polled={rollup} entity={entity} />;
  }
  if (data.objectives === 0) {
    return <EmptyRollup name={name} services={data.services} />;
  }
  if (data.sources.length === 0) {
    return <NoSource service={{ name, objectives: data.objectives }} />;
  }
  return (
    <>
      <StateTally counts={data.stateCounts} within={data.entityRef} />
      <CardList>
        <SumRow
          rollup={data}
          stale={stale}
          explained={explained}
          onExplain={onExplain}
        />
        <WorstRows objectives={data.worst} />
      </CardList>
      <CardSourceNote objectives={data.worst} />
      <WithoutObjective services={data.services} />
      <RefreshNotice polled={rollup} />
      <RollupFooter rollup={data} />
    </>
  );
}

import { AccentLink, refName, TwoLines } from '@plimsoll/plugin-plimsoll-react';
import type { CostServiceRow } from '@plimsoll/plugin-cost-common';
import { useCostPaths } from '../routes';
import { useVoice } from '../words';

/** @internal */
export interface RowNameProps {
  row: CostServiceRow;
}

/** Pixels below which the names of services would break. */
const LEAST_WIDTH = 130;

/** What it is, and below it whose, and whether a day was out of the ordinary. */
export function RowName(props: RowNameProps) {
  const { ref, title, owner, system, anomalies } = props.row;
  const { t } = useVoice();
  const href = useCostPaths().tab(ref);
  return (
    <TwoLines
      leastWidth={LEAST_WIDTH}
      second={[
        ...[owner, system].flatMap(one => (one ? [refName(one)] : [])),
        ...(anomalies > 0 ? [t('fleet.anomalies', { count: anomalies })] : []),
      ].join(' \u00b7 ')}
    >
      {href ? <AccentLink href={href}>{title}</AccentLink> : title}
    </TwoLines>
  );
}

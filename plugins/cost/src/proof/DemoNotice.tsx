import { DemoBadge } from '@plimsoll/plugin-plimsoll-react';
import type { CostProof } from '@plimsoll/plugin-cost-common';

/** Says above all figures that they are made up, where they are. */
export function DemoNotice(props: { proof?: Pick<CostProof, 'demo'> }) {
  return props.proof?.demo ? (
    <div>
      <DemoBadge />
    </div>
  ) : null;
}

import { useState } from 'react';
import { useElementWidth } from '@plimsoll/plugin-plimsoll-react';
import type { Deployment } from '@plimsoll/plugin-stability-common';
import type { FactIndex } from '../words';
import { CorrectVerdictDialog } from './CorrectVerdictDialog';
import { DeploymentList } from './DeploymentList';
import { DeploymentTable } from './DeploymentTable';

/** @internal */
export interface DeploymentRowsProps {
  deployments: readonly Deployment[];
  index: FactIndex;
  selected?: string;
  onShow(id: string): void;
  onCorrected(): void;
}

/** Pixels below which a row becomes a block of lines. */
const LIST_BELOW = 680;
/** Pixels from which there is room for all columns. */
const WHOLE_FROM = 900;

/** Deployments as a table, or as a list where there is no room for one. */
export function DeploymentRows(props: DeploymentRowsProps) {
  const { deployments, index, selected, onShow, onCorrected } = props;
  const { ref, width } = useElementWidth<HTMLDivElement>(1024);
  const [correcting, setCorrecting] = useState<Deployment>();
  const Rows = width < LIST_BELOW ? DeploymentList : DeploymentTable;
  return (
    <div ref={ref}>
      <Rows
        deployments={deployments}
        index={index}
        selected={selected}
        narrow={width < WHOLE_FROM}
        onShow={onShow}
        onCorrect={setCorrecting}
      />
      {correcting && (
        <CorrectVerdictDialog
          deployment={correcting}
          index={index}
          onClose={() => setCorrecting(undefined)}
          onCorrected={() => {
            setCorrecting(undefined);
            onCorrected();
          }}
        />
      )}
    </div>
  );
}

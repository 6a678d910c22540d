import { AccentLink, ProofLine } from '@plimsoll/plugin-plimsoll-react';
import type { CostProof } from '@plimsoll/plugin-cost-common';
import { useCostPaths } from '../routes';
import { proofEntries, useVoice } from '../words';

/** @internal */
export interface CostProofLineProps {
  proof: CostProof;
}

/** What all figures of the page stand on. */
export function CostProofLine(props: CostProofLineProps) {
  const voice = useVoice();
  const { t } = voice;
  const href = useCostPaths().page('quality');
  return (
    <ProofLine
      title={t('proof.title')}
      entries={proofEntries({ proof: props.proof, ...voice })}
      more={href && <AccentLink href={href}>{t('proof.quality')}</AccentLink>}
    />
  );
}

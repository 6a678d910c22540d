import { AccentLink, ProofLine } from '@plimsoll/plugin-plimsoll-react';
import type { CostProof } from '@plimsoll/plugin-cost-common';
import { useCostPaths } from '../routes';
import { proofEntries, useVoice } from '../words';

/** @internal */
export interface CostProofLineProps {
  proof: CostProof;
  /** First day that the page draws or compares with. */
  since?: string;
  /** The page is the data quality itself. */
  here?: boolean;
}

/** What all figures of the page stand on. */
export function CostProofLine(props: CostProofLineProps) {
  const voice = useVoice();
  const { t } = voice;
  const page = useCostPaths().page('quality');
  const href = props.here ? undefined : page;
  return (
    <ProofLine
      title={t('proof.title')}
      entries={proofEntries({
        proof: props.proof,
        since: props.since,
        ...voice,
      })}
      more={href && <AccentLink href={href}>{t('proof.quality')}</AccentLink>}
    />
  );
}

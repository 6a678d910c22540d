import {
  PageStack,
  PlainCard,
  RefreshNotice,
} from '@plimsoll/plugin-plimsoll-react';
import { costTotalReadPermission } from '@plimsoll/plugin-cost-common';
import { ReadState } from '../empty';
import { CostProofLine } from '../proof/CostProofLine';
import { DemoNotice } from '../proof/DemoNotice';
import { SourceNotice } from '../proof/SourceNotice';
import { useQuality } from '../queries/useQuality';
import { useVoice } from '../words';
import { ConservationCard } from './ConservationCard';
import { DeliveriesCard } from './DeliveriesCard';
import { ExportCard } from './ExportCard';
import { RestatementsCard } from './RestatementsCard';

/** Whether the bill adds up, what was read of it, what was written anew. */
export function Quality() {
  const { t } = useVoice();
  const quality = useQuality();
  const { data } = quality;
  if (!data) {
    return (
      <PlainCard>
        <ReadState
          polled={quality}
          title={t('error.quality')}
          permission={costTotalReadPermission.name}
          rows={8}
        />
      </PlainCard>
    );
  }
  return (
    <PageStack>
      <DemoNotice proof={data.proof} />
      <RefreshNotice polled={quality} />
      <SourceNotice proof={data.proof} />
      <ConservationCard quality={data} />
      <DeliveriesCard deliveries={data.deliveries} />
      <RestatementsCard />
      {data.conservation.length > 0 && <ExportCard />}
      <CostProofLine proof={data.proof} here />
    </PageStack>
  );
}

import {
  DemoBadge,
  describeError,
  ExplainLayout,
  PageStack,
  PlainCard,
  RefreshNotice,
  useAddressQuery,
  useListPages,
} from '@plimsoll/plugin-plimsoll-react';
import { costTotalReadPermission } from '@plimsoll/plugin-cost-common';
import { ReadState } from '../empty';
import { CostProofLine } from '../proof/CostProofLine';
import { SourceNotice } from '../proof/SourceNotice';
import { useOverview } from '../queries/useOverview';
import { useServices } from '../queries/useServices';
import { useVoice } from '../words';
import { AnomaliesCard } from './AnomaliesCard';
import {
  fleetRequest,
  isSameList,
  readFleetQuery,
  writeFleetQuery,
} from './FleetQuery';
import { MoversCard } from './MoversCard';
import { ServicesCard } from './ServicesCard';
import { TotalsChart } from './TotalsChart';
import { TotalTiles } from './TotalTiles';
import { useFleetDrawer } from './useFleetDrawer';
import { VisibleTiles } from './VisibleTiles';
import styles from './Fleet.module.css';

const ADDRESS = { read: readFleetQuery, write: writeFleetQuery, isSameList };

/** Totals, what moved, what is out of the ordinary, and all services. */
export function Fleet() {
  const { query, change } = useAddressQuery(ADDRESS);
  const { t } = useVoice();
  const pages = useListPages();
  const overview = useOverview({ metric: query.metric });
  const services = useServices(fleetRequest(query, pages.cursor));
  const totals = overview.data;
  const { data } = services;
  const hidden =
    overview.error !== undefined &&
    describeError(overview.error).kind === 'no-permission';
  const proof = totals?.proof ?? data?.proof;
  const drawer = useFleetDrawer({
    overview: totals,
    query,
    onClose: () => change({ explain: undefined }),
  });

  return (
    <ExplainLayout drawer={drawer}>
      <PageStack>
        {(totals?.demo || data?.demo) && (
          <div>
            <DemoBadge />
          </div>
        )}
        {proof && <SourceNotice proof={proof} />}
        {totals && (
          <TotalTiles
            overview={totals}
            explained={query.explain}
            onExplain={explain => change({ explain })}
          />
        )}
        {!totals && hidden && data && <VisibleTiles page={data} />}
        {hidden && (
          <p className={styles.hidden}>
            {t('fleet.totalsHidden', {
              permission: costTotalReadPermission.name,
            })}
          </p>
        )}
        {!totals && !hidden && (
          <PlainCard>
            <ReadState
              polled={overview}
              title={t('error.overview')}
              permission={costTotalReadPermission.name}
              rows={2}
            />
          </PlainCard>
        )}
        {totals && <TotalsChart metric={query.metric} />}
        <div className={styles.pair}>
          {totals && (
            <MoversCard
              movers={totals.movers}
              currency={totals.proof.currency}
            />
          )}
          <AnomaliesCard metric={query.metric} />
        </div>
        <ServicesCard
          query={query}
          services={services}
          pages={pages}
          onChange={change}
        />
        <RefreshNotice polled={services} />
        {proof && <CostProofLine proof={proof} />}
      </PageStack>
    </ExplainLayout>
  );
}

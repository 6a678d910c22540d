import { useState } from 'react';
import {
  DemoBadge,
  ExplainLayout,
  PageStack,
  RefreshNotice,
  type Polled,
} from '@plimsoll/plugin-plimsoll-react';
import type { ServiceCost } from '@plimsoll/plugin-cost-common';
import { AnomalyNotices } from '../anomalies';
import { BreakdownCard } from '../breakdown/BreakdownCard';
import { BudgetDialog } from '../budget/BudgetDialog';
import { CostChartCard } from '../chart/CostChartCard';
import { DeploymentCostsCard } from '../deployments/DeploymentCostsCard';
import { CostProofLine } from '../proof/CostProofLine';
import { SourceNotice } from '../proof/SourceNotice';
import { rangeDays, type Range } from '../queries/ranges';
import { useSavings } from '../queries/useSavings';
import { SavingsCard } from '../savings/SavingsCard';
import { CostTiles } from './CostTiles';
import { CurrencyNotice } from './CurrencyNotice';
import { useTabDrawer } from './useTabDrawer';
import { useTabQuery } from './useTabQuery';
import styles from './ServiceCostView.module.css';

/** @internal */
export interface ServiceCostViewProps {
  entityRef: string;
  polled: Polled<ServiceCost>;
  cost: ServiceCost;
}

/** First day that is drawn or compared with; all months where months are. */
function drawnSince(range: Range, cost: ServiceCost): string | undefined {
  const span = rangeDays(range, new Date());
  return span && [span.from, cost.change?.from ?? cost.from].sort()[0];
}

/** Savings of one service that the page has room for. */
const MOST_SAVINGS = 50;

/** Figures, chart, parts, deployments and savings of one service or group. */
export function ServiceCostView(props: ServiceCostViewProps) {
  const { entityRef, polled, cost } = props;
  const { query, change } = useTabQuery();
  const { metric, range, currency, explain } = query;
  const [editsBudget, setEditsBudget] = useState(false);
  const savings = useSavings({
    entityRef,
    limit: MOST_SAVINGS,
    ...(currency && { currency }),
  });
  const show = (saving: string) => change({ saving, explain: undefined });
  const drawer = useTabDrawer({
    cost,
    query,
    savings,
    onClose: () => change({ explain: undefined, saving: undefined }),
  });

  return (
    <ExplainLayout drawer={drawer}>
      <PageStack outdated={polled.outdated}>
        {cost.demo && (
          <div>
            <DemoBadge />
          </div>
        )}
        <RefreshNotice polled={polled} />
        <SourceNotice proof={cost.proof} />
        <CurrencyNotice cost={cost} />
        <CostTiles
          cost={cost}
          explained={explain}
          onExplain={figure => change({ explain: figure, saving: undefined })}
          onBudget={() => setEditsBudget(true)}
        />
        <AnomalyNotices
          anomalies={cost.anomalies}
          judgedFrom={cost.judgedFrom}
          currency={cost.proof.currency}
        />
        <CostChartCard
          entityRef={entityRef}
          cost={cost}
          metric={metric}
          asked={currency}
          range={range}
          onMetric={next => change({ metric: next })}
          onRange={next => change({ range: next })}
        />
        <div className={styles.pair}>
          <BreakdownCard cost={cost} />
          {cost.groupBy === 'service' && (
            <DeploymentCostsCard
              entityRef={entityRef}
              metric={metric}
              asked={currency}
              currency={cost.proof.currency}
            />
          )}
        </div>
        <SavingsCard savings={savings} selected={query.saving} onShow={show} />
        <CostProofLine proof={cost.proof} since={drawnSince(range, cost)} />
      </PageStack>
      {editsBudget && (
        <BudgetDialog
          cost={cost}
          onClose={() => setEditsBudget(false)}
          onSaved={() => {
            setEditsBudget(false);
            polled.retry();
          }}
        />
      )}
    </ExplainLayout>
  );
}

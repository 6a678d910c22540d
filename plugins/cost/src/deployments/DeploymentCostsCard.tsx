import { useState } from 'react';
import { ViewMessage } from '@plimsoll/plugin-plimsoll-react';
import {
  costReadPermission,
  type CostMetric,
} from '@plimsoll/plugin-cost-common';
import { ReadState } from '../empty';
import { useDeploymentCosts } from '../queries/useDeploymentCosts';
import { InsteadOfTable, TableCard, TextButton } from '../surface';
import { useVoice } from '../words';
import { DeploymentCostsTable } from './DeploymentCostsTable';

/** @internal */
export interface DeploymentCostsCardProps {
  entityRef: string;
  metric: CostMetric;
  /** As the address has it; that of the bill without it. */
  asked?: string;
  currency: string;
}

/** The largest come first; the others are one click away. */
const FIRST = 7;

/** Which deployments made a request dearer or cheaper. */
export function DeploymentCostsCard(props: DeploymentCostsCardProps) {
  const { entityRef, metric, asked, currency } = props;
  const { formats, t } = useVoice();
  const [showsAll, setShowsAll] = useState(false);
  const deployments = useDeploymentCosts({
    entityRef,
    metric,
    currency: asked,
  });
  const { data } = deployments;
  return (
    <TableCard
      title={t('deployments.title')}
      subtitle={t('deployments.subtitle')}
    >
      {data && data.items.length > 0 ? (
        <>
          <DeploymentCostsTable
            entityRef={entityRef}
            deployments={showsAll ? data.items : data.items.slice(0, FIRST)}
            all={data.items}
            currency={currency}
          />
          {!showsAll && data.items.length > FIRST && (
            <InsteadOfTable>
              <TextButton onPress={() => setShowsAll(true)}>
                {t('deployments.all', {
                  amount: formats.count(data.items.length),
                })}
              </TextButton>
            </InsteadOfTable>
          )}
        </>
      ) : (
        <InsteadOfTable>
          {data ? (
            <ViewMessage kind="empty" title={t('deployments.none')}>
              {t('deployments.noneWhy')}
            </ViewMessage>
          ) : (
            <ReadState
              polled={deployments}
              title={t('error.deployments')}
              permission={costReadPermission.name}
            />
          )}
        </InsteadOfTable>
      )}
    </TableCard>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CardList,
  RefreshNotice,
  ViewMessage,
} from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveRollup } from '@plimsoll/plugin-slo-common';
import { CardSourceNote } from '../card/CardSourceNote';
import { NoSource, ReadState } from '../empty';
import type { ReadRollup } from '../queries/useRollup';
import { RollupFooter } from '../rollup/RollupFooter';
import { ServiceNames } from '../rollup/ServiceNames';
import { StateTally } from '../rollup/StateTally';
import { WithoutObjective } from '../rollup/WithoutObjective';
import { sloTranslationRef } from '../translation';
import { ServiceRows } from './ServiceRows';

/** @internal */
export interface MyBudgetsProps {
  rollup: ReadRollup<ObjectiveRollup>;
}

const NAMED = 12;

/** States and services, or one of the widget's other states. */
export function MyBudgets(props: MyBudgetsProps) {
  const { rollup } = props;
  const { data } = rollup;
  const { t } = useTranslationRef(sloTranslationRef);
  if (!data) {
    return <ReadState polled={rollup} rows={4} />;
  }
  if (data.services.total === 0) {
    return (
      <ViewMessage kind="empty" title={t('home.nothing')}>
        {t('home.nothingWhy')}
      </ViewMessage>
    );
  }
  if (data.objectives === 0) {
    const { without, withoutObjective } = data.services;
    return (
      <ViewMessage
        kind="empty"
        title={t('home.empty')}
        details={
          <ServiceNames refs={without} total={withoutObjective} most={NAMED} />
        }
      >
        {t('rollup.emptyWhy')}
      </ViewMessage>
    );
  }
  if (data.sources.length === 0) {
    return <NoSource />;
  }
  return (
    <>
      <StateTally counts={data.stateCounts} />
      <CardList>
        <ServiceRows objectives={data.worst} />
      </CardList>
      <CardSourceNote objectives={data.worst} />
      <WithoutObjective services={data.services} />
      <RefreshNotice polled={rollup} />
      <RollupFooter rollup={data} />
    </>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ViewMessage } from '@plimsoll/plugin-plimsoll-react';
import type { RollupServices } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { ServiceNames } from './ServiceNames';

/** @internal */
export interface EmptyRollupProps {
  /** Of the System, Domain or Group. */
  name: string;
  services: RollupServices;
}

const NAMED = 12;

/** No objective: which services could have one, or that there is no service. */
export function EmptyRollup(props: EmptyRollupProps) {
  const { name, services } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  return services.total === 0 ? (
    <ViewMessage kind="empty" title={t('rollup.nothing', { name })}>
      {t('rollup.nothingWhy')}
    </ViewMessage>
  ) : (
    <ViewMessage
      kind="empty"
      title={t('rollup.empty', { name })}
      details={
        <ServiceNames
          refs={services.without}
          total={services.withoutObjective}
          most={NAMED}
        />
      }
    >
      {t('rollup.emptyWhy')}
    </ViewMessage>
  );
}

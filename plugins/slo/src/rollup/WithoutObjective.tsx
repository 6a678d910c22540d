import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RollupServices } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { ServiceNames } from './ServiceNames';
import styles from './WithoutObjective.module.css';

/** @internal */
export interface WithoutObjectiveProps {
  services: RollupServices;
}

/** More names are no help. */
const NAMED = 4;

/** Which components nobody has promised anything for. */
export function WithoutObjective(props: WithoutObjectiveProps) {
  const { withoutObjective: count, without } = props.services;
  const { t } = useTranslationRef(sloTranslationRef);
  if (count === 0) {
    return null;
  }
  return (
    <div className={styles.without}>
      <p>{t('rollup.without', { count })}</p>
      <ServiceNames refs={without} total={count} most={NAMED} />
    </div>
  );
}

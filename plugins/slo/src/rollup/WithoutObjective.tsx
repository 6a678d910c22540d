import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { refName, useFormats } from '@plimsoll/plugin-plimsoll-react';
import type { RollupServices } from '@plimsoll/plugin-slo-common';
import { useObjectivePath } from '../routes/useObjectivePath';
import { sloTranslationRef } from '../translation';
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

/**
 * Services by name, each with the way to its SLOs tab.
 *
 * @param props.total - how many there are, named or not
 */
export function ServiceNames(props: {
  refs: readonly string[];
  total: number;
  most: number;
}) {
  const { refs, total, most } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const paths = useObjectivePath();
  const shown = refs.slice(0, most);
  const hidden = total - shown.length;
  return (
    <ul className={styles.names}>
      {shown.map(ref => {
        const href = paths.tab(ref);
        return (
          <li key={ref}>
            {href ? <Link href={href}>{refName(ref)}</Link> : refName(ref)}
          </li>
        );
      })}
      {hidden > 0 && (
        <li>{t('rollup.more', { number: formats.count(hidden) })}</li>
      )}
    </ul>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { refName, useFormats } from '@plimsoll/plugin-plimsoll-react';
import { useObjectivePath } from '../routes/useObjectivePath';
import { sloTranslationRef } from '../translation';
import styles from './ServiceNames.module.css';

/** @internal */
export interface ServiceNamesProps {
  refs: readonly string[];
  /** How many there are, in `refs` or not. */
  total: number;
  /** So many are named. */
  most: number;
}

/** Services by name, each with the way to its SLOs tab. */
export function ServiceNames(props: ServiceNamesProps) {
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

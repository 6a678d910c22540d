import '../theme/roles.css';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { plimsollTranslationRef } from '../translation';
import { VerdictGlyph } from './VerdictGlyph';
import type { VerdictKind } from './VerdictKind';
import styles from './VerdictLegend.module.css';

/** @public */
export interface VerdictLegendProps {
  /** Those that stand on the axis. */
  verdicts: readonly VerdictKind[];
}

/**
 * What the marks of deployments mean.
 *
 * @public
 */
export function VerdictLegend(props: VerdictLegendProps) {
  const { t } = useTranslationRef(plimsollTranslationRef);
  return (
    <ul className={styles.legend}>
      {props.verdicts.map(verdict => (
        <li key={verdict} className={styles.entry}>
          <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden>
            <VerdictGlyph verdict={verdict} />
          </svg>
          {t(`verdict.${verdict}`)}
        </li>
      ))}
    </ul>
  );
}

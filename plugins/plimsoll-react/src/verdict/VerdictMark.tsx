import '../theme/roles.css';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { plimsollTranslationRef } from '../translation';
import type { VerdictKind } from './VerdictKind';
import { verdictIcons } from './verdictIcons';
import styles from './VerdictMark.module.css';

/** @public */
export interface VerdictMarkProps {
  verdict: VerdictKind;
}

/**
 * A verdict as a sign and a word, for tables and lists.
 *
 * @public
 */
export function VerdictMark(props: VerdictMarkProps) {
  const { verdict } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const Icon = verdictIcons[verdict];
  return (
    <span className={styles.mark} data-verdict={verdict}>
      <Icon className={styles.icon} size={15} aria-hidden />
      {t(`verdict.${verdict}`)}
    </span>
  );
}

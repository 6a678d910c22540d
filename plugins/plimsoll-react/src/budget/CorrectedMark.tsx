import '../theme/roles.css';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '../format';
import { plimsollTranslationRef } from '../translation';
import styles from './CorrectedMark.module.css';

/** @public */
export interface CorrectedMarkProps {
  /** Corrections that take time out of the budget. */
  count: number;
  /** How much time they take out, what is still to come included. */
  seconds: number;
  /** What would be left with nothing taken out; absent: the same, or unknown. */
  raw?: string;
}

/**
 * Marks a budget that people have taken time out of; what it would be without
 * is its name, and shows when it is pointed at.
 *
 * @public
 */
export function CorrectedMark(props: CorrectedMarkProps) {
  const { count, seconds, raw } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const told = { count, duration: useFormats().duration(seconds) };
  const why =
    raw === undefined
      ? t('budget.correctedWhy', told)
      : t('budget.correctedRaw', { ...told, raw });
  return (
    <span className={styles.mark} role="img" aria-label={why} title={why}>
      {t('budget.corrected')}
    </span>
  );
}

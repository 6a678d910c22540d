import '../theme/roles.css';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from 'react-router-dom';
import { plimsollTranslationRef } from '../translation';
import styles from './ExplainedNumber.module.css';

/** @public */
export interface ExplainedNumberProps {
  /** The figure as it is read: 52.4%. */
  children: string;
  /** Where the explanation is, when it lies on another page. */
  to?: string;
  /** Opens the explanation here. */
  onExplain?: () => void;
  /** Its explanation is open: the number stays tinted. */
  open?: boolean;
  /** An old value, from before the source went down. */
  stale?: boolean;
}

/**
 * A number with its ground: the dotted underline opens "Explain".
 *
 * @public
 */
export function ExplainedNumber(props: ExplainedNumberProps) {
  const { children, to, onExplain, open = false, stale = false } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const label = t('explain.open', { value: children });
  const shared = {
    className: styles.number,
    'aria-label': label,
    'data-open': open || undefined,
    'data-stale': stale || undefined,
  };
  const figure = <span className={styles.figure}>{children}</span>;

  if (to !== undefined) {
    return (
      <Link to={to} {...shared}>
        {figure}
      </Link>
    );
  }
  if (!onExplain) {
    return (
      <span className={styles.plain} data-stale={stale || undefined}>
        {children}
      </span>
    );
  }
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-expanded={open}
      onClick={onExplain}
      {...shared}
    >
      {figure}
    </button>
  );
}

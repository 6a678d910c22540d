import { Link } from '@backstage/ui';
import styles from './RowName.module.css';

/** @internal */
export interface RowNameProps {
  lead: string;
  /** Nowhere without a catalog. */
  href: string | undefined;
  bold: boolean;
  /** Smaller, beside the lead or below it, where there is no room. */
  second: string;
}

/** What a row is of, where one name is not enough. */
export function RowName(props: RowNameProps) {
  const { lead, href, bold, second } = props;
  return (
    <span className={styles.name}>
      <Link
        href={href ?? '#'}
        color="primary"
        weight={bold ? 'bold' : 'regular'}
        standalone
      >
        {lead}
      </Link>
      <span className={styles.second}>{second}</span>
    </span>
  );
}

import { Link, type LinkProps } from '@backstage/ui';
import styles from './AccentLink.module.css';

/**
 * BUI's link in the colour of choice and selection, set bold.
 *
 * @public
 */
export function AccentLink(props: LinkProps) {
  return (
    <span className={styles.accent}>
      <Link weight="bold" standalone {...props} />
    </span>
  );
}

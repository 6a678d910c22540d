import '../theme/roles.css';
import type { ReactNode } from 'react';
import { useMediaQuery } from '../media';
import { CoveringDrawer } from './CoveringDrawer';
import { DrawerFrame } from './DrawerFrame';
import styles from './ExplainLayout.module.css';

/** @public */
export interface ExplainLayoutProps {
  /** The page that is pushed or covered. */
  children: ReactNode;
  /** The open explanation, if any. */
  drawer?: {
    /** The question that it answers: "Why 52.4%". */
    title: string;
    /** Whose number it is, and when it was read. */
    subtitle?: ReactNode;
    content: ReactNode;
    onClose: () => void;
  };
}

/** From here on there is room beside the page. */
const PUSH_FROM = '(min-width: 1280px)';

/**
 * A page with a drawer of 400 px that pushes it from 1,280 px on and covers
 * it below.
 *
 * @public
 */
export function ExplainLayout(props: ExplainLayoutProps) {
  const { children, drawer } = props;
  const pushes = useMediaQuery(PUSH_FROM);
  return (
    <div className={styles.layout} data-open={(drawer && pushes) || undefined}>
      <div className={styles.page}>{children}</div>
      {drawer && pushes && (
        <aside className={styles.beside} aria-label={drawer.title}>
          <DrawerFrame {...drawer} />
        </aside>
      )}
      {drawer && !pushes && (
        <CoveringDrawer label={drawer.title} onClose={drawer.onClose}>
          <DrawerFrame {...drawer} />
        </CoveringDrawer>
      )}
    </div>
  );
}

import '../theme/roles.css';
import { CoveringDrawer } from './CoveringDrawer';
import { DrawerFrame } from './DrawerFrame';
import type { ExplainLayoutProps } from './ExplainLayout';

/** @public */
export type ExplainDrawerProps = NonNullable<ExplainLayoutProps['drawer']>;

/**
 * An explanation over the page, for a card that has no page of its own which
 * could make room for it.
 *
 * @public
 */
export function ExplainDrawer(props: ExplainDrawerProps) {
  const { title, onClose } = props;
  return (
    <CoveringDrawer label={title} onClose={onClose}>
      <DrawerFrame {...props} />
    </CoveringDrawer>
  );
}

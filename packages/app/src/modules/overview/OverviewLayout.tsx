import { Fragment } from 'react';
import type { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { CatalogWarnings } from './CatalogWarnings';
import styles from './OverviewLayout.module.css';

/**
 * The catalog's overview, but for narrow screens: there the first card stands
 * above what the catalog knows about the entity, not below it.
 */
export function OverviewLayout(props: EntityContentLayoutProps) {
  const { cards } = props;
  const [first, ...rest] = cards.filter(({ type }) => type !== 'info');
  const info = cards.filter(({ type }) => type === 'info');
  return (
    <>
      <CatalogWarnings />
      <div className={styles.overview} data-info={info.length > 0 || undefined}>
        {first && <div className={styles.first}>{first.element}</div>}
        {info.length > 0 && (
          <div className={styles.info}>{info.map(placed)}</div>
        )}
        <div className={styles.rest}>{rest.map(placed)}</div>
      </div>
    </>
  );
}

function placed({ element }: { element: JSX.Element }, index: number) {
  return <Fragment key={element.key ?? index}>{element}</Fragment>;
}

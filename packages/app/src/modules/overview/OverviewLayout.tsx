import { Fragment } from 'react';
import type { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { CatalogWarnings } from './CatalogWarnings';
import styles from './OverviewLayout.module.css';

/**
 * The catalog's overview, answers first: what is open, how reliable the entity
 * is, how safely it changes and what it costs stand side by side where there
 * is room, in the order of app-config. What the catalog knows comes after.
 */
export function OverviewLayout(props: EntityContentLayoutProps) {
  const { cards } = props;
  const answers = cards.filter(({ type }) => type === 'content');
  const info = cards.filter(({ type }) => type === 'info');
  const rest = cards.filter(
    ({ type }) => type !== 'content' && type !== 'info',
  );
  return (
    <>
      <CatalogWarnings />
      <div className={styles.overview} data-info={info.length > 0 || undefined}>
        {answers.length > 0 && (
          <div className={styles.answers}>{answers.map(placed)}</div>
        )}
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

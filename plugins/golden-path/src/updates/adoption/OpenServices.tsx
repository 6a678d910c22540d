import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { UpdateOffer } from '@plimsoll/plugin-golden-path-common';
import { refName, useEntityPath } from '@plimsoll/plugin-plimsoll-react';
import { goldenPathTranslationRef } from '../../translation';
import { useTemplatePaths } from '../routes';
import styles from './TemplateCard.module.css';

/** Services that are behind, or of which nobody knows. */
export function OpenServices(props: { offers: UpdateOffer[] }) {
  const { t } = useTranslationRef(goldenPathTranslationRef);
  const pathOf = useEntityPath();
  const paths = useTemplatePaths();
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('adoption.service')}</th>
            <th scope="col">{t('adoption.version')}</th>
            <th scope="col">{t('adoption.state')}</th>
          </tr>
        </thead>
        <tbody>
          {props.offers.map(offer => {
            const { entityRef, version, state, pullRequest } = offer;
            const page = pathOf(entityRef);
            const update = paths.update(entityRef);
            const name = refName(entityRef);
            return (
              <tr key={entityRef}>
                <th scope="row">
                  {page ? <Link href={page}>{name}</Link> : name}
                </th>
                <td>{version ?? t('adoption.none')}</td>
                <td>
                  <div className={styles.state}>
                    {t(`adoption.states.${state}`)}
                    {pullRequest && (
                      <Link href={pullRequest.url} target="_blank">
                        {t('update.card.pull')}
                      </Link>
                    )}
                    {update && ['available', 'snoozed'].includes(state) && (
                      <Link href={update}>{t('adoption.see')}</Link>
                    )}
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

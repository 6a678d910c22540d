import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import {
  AccentLink,
  CardFrame,
  describeError,
  ReadState,
} from '@plimsoll/plugin-plimsoll-react';
import { goldenPathTranslationRef } from '../../translation';
import { useTemplatePaths } from '../routes';
import { useUpdateOffer } from '../useUpdateOffer';
import { ChangeList } from './ChangeList';
import { OfferText } from './OfferText';
import styles from './UpdateCard.module.css';

/**
 * Whether the template that made a service has a newer version. It takes no room
 * where this portal does not know the template.
 */
export function UpdateCard() {
  const { t } = useTranslationRef(goldenPathTranslationRef);
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const offer = useUpdateOffer(entityRef);
  const paths = useTemplatePaths();
  const { data } = offer;
  const canUpdate = data?.state === 'available' || data?.state === 'snoozed';
  if (!data && offer.error && describeError(offer.error).kind === 'not-found') {
    return null;
  }
  return (
    <div className={styles.wide}>
      <CardFrame
        isLow
        title={t('update.card.title')}
        more={{ href: paths.adoption, text: t('update.card.all') }}
      >
        {data ? (
          <div className={styles.card}>
            <OfferText offer={data} />
            {data.state === 'available' && (
              <ChangeList changes={data.changes} />
            )}
            {canUpdate && paths.update(entityRef) && (
              <AccentLink href={paths.update(entityRef)}>
                {t('update.card.see')}
              </AccentLink>
            )}
            {data.pullRequest && (
              <Link href={data.pullRequest.url} target="_blank">
                {t('update.card.pull')}
              </Link>
            )}
          </div>
        ) : (
          <ReadState
            polled={offer}
            title={t('update.card.failed')}
            backend="golden-path"
            permission="golden-path.update.read"
            entity={entity}
            rows={2}
          />
        )}
      </CardFrame>
    </div>
  );
}

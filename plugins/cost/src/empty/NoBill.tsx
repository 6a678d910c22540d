import { ButtonLink } from '@backstage/ui';
import { ViewMessage } from '@plimsoll/plugin-plimsoll-react';
import { useCostPaths } from '../routes';
import { useVoice } from '../words';

/** A bill is set up, and nothing has come from it yet. */
export function NoBill() {
  const { t } = useVoice();
  const href = useCostPaths().page('quality');
  return (
    <ViewMessage
      kind="empty"
      title={t('empty.noBill')}
      actions={
        href && (
          <ButtonLink variant="secondary" href={href}>
            {t('proof.quality')}
          </ButtonLink>
        )
      }
    >
      {t('empty.noBillWhy')}
    </ViewMessage>
  );
}

import type { SavingPage } from '@plimsoll/plugin-cost-common';
import { ViewMessage } from '@plimsoll/plugin-plimsoll-react';
import { useVoice } from '../words';

/** In place of a list without savings: nothing to save, or not looked yet. */
export function NoSavings({ page }: { page: SavingPage }) {
  const { t } = useVoice();
  return page.foundAt === undefined ? (
    <ViewMessage kind="empty" title={t('savings.waiting')}>
      {t('savings.waitingWhy')}
    </ViewMessage>
  ) : (
    <ViewMessage kind="empty" title={t('savings.none')}>
      {t('savings.noneWhy')}
    </ViewMessage>
  );
}

import type { SavingPage } from '@plimsoll/plugin-cost-common';
import { ViewMessage } from '@plimsoll/plugin-plimsoll-react';
import { useVoice } from '../words';
import { whyNoSaving } from './whyNoSaving';

/** In place of a list without savings: nothing to save, or nobody can tell. */
export function NoSavings({ page }: { page: SavingPage }) {
  const { t } = useVoice();
  const why = whyNoSaving(page);
  return (
    <ViewMessage kind="empty" title={t(`savings.${why}`)}>
      {t(`savings.${why}Why`)}
    </ViewMessage>
  );
}

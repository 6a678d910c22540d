import type { SavingPage } from '@plimsoll/plugin-cost-common';
import { ViewMessage } from '@plimsoll/plugin-plimsoll-react';
import { useVoice } from '../words';

/** In place of a list without savings: nothing to save, or nobody can tell. */
export function NoSavings({ page }: { page: SavingPage }) {
  const { t } = useVoice();
  const why = whyOf(page);
  return (
    <ViewMessage kind="empty" title={t(`savings.${why}`)}>
      {t(`savings.${why}Why`)}
    </ViewMessage>
  );
}

function whyOf(page: SavingPage): 'waiting' | 'unmeasured' | 'none' {
  if (page.foundAt === undefined) {
    return 'waiting';
  }
  return page.measured ? 'none' : 'unmeasured';
}

import {
  LoadingRows,
  ViewMessage,
  type ExplainLayoutProps,
  type Polled,
} from '@plimsoll/plugin-plimsoll-react';
import type { SavingPage } from '@plimsoll/plugin-cost-common';
import { useVoice } from '../words';
import { SavingContent } from './SavingContent';
import { savingTitle } from './savingTitle';

/** The drawer of a saving; none while no id is given. */
export function useSavingDrawer(options: {
  id: string | undefined;
  savings: Polled<SavingPage>;
  onClose(): void;
}): ExplainLayoutProps['drawer'] {
  const { id, savings, onClose } = options;
  const voice = useVoice();
  const { formats, t } = voice;
  if (id === undefined) {
    return undefined;
  }
  const saving = savings.data?.items.find(one => one.id === id);
  if (saving) {
    const { realisable, currency, applied } = saving;
    return {
      title:
        Number(realisable) > 0
          ? t('saving.title', {
              amount: formats.money(applied?.promised ?? realisable, {
                currency,
              }),
            })
          : t('saving.titleNone'),
      subtitle: savingTitle(saving, voice),
      content: (
        <SavingContent key={id} saving={saving} onApplied={savings.retry} />
      ),
      onClose,
    };
  }
  return {
    title: t('savings.saving'),
    content: savings.data ? (
      <ViewMessage kind="not-found" title={t('saving.gone')}>
        {t('saving.goneWhy')}
      </ViewMessage>
    ) : (
      <LoadingRows />
    ),
    onClose,
  };
}

import {
  LoadingRows,
  ViewMessage,
  type ExplainLayoutProps,
  type Polled,
} from '@plimsoll/plugin-plimsoll-react';
import type { SavingPage } from '../queries/useSavings';
import { useVoice } from '../words';
import { SavingContent } from './SavingContent';

/** The drawer of a saving; none while no id is given. */
export function useSavingDrawer(options: {
  id: string | undefined;
  savings: Polled<SavingPage>;
  onClose(): void;
}): ExplainLayoutProps['drawer'] {
  const { id, savings, onClose } = options;
  const { formats, t } = useVoice();
  if (id === undefined) {
    return undefined;
  }
  const saving = savings.data?.items.find(one => one.id === id);
  if (saving) {
    const { realisable, currency, title } = saving;
    return {
      title: t('saving.title', {
        amount: formats.money(realisable, { currency }),
      }),
      subtitle: title,
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

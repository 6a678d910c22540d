import { useElementWidth, type Polled } from '@plimsoll/plugin-plimsoll-react';
import {
  costReadPermission,
  type SavingPage,
} from '@plimsoll/plugin-cost-common';
import { ReadState } from '../empty';
import { InsteadOfTable, TableCard } from '../surface';
import { useVoice } from '../words';
import { CARDS_BELOW } from './cardsBelow';
import { NoSavings } from './NoSavings';
import { SavingCards } from './SavingCards';
import { SavingsTable } from './SavingsTable';

/** @internal */
export interface SavingsCardProps {
  savings: Polled<SavingPage>;
  /** Id of the saving whose drawer is open. */
  selected?: string;
  onShow(id: string): void;
}

/** What can be saved, in the order in which it is applied. */
export function SavingsCard(props: SavingsCardProps) {
  const { savings, selected, onShow } = props;
  const { t } = useVoice();
  const { ref, width } = useElementWidth<HTMLDivElement>(1024);
  const { data } = savings;
  return (
    <TableCard title={t('savings.title')} subtitle={t('savings.subtitle')}>
      <div ref={ref}>
        {data && data.items.length > 0 ? (
          rows(data)
        ) : (
          <InsteadOfTable>{instead()}</InsteadOfTable>
        )}
      </div>
    </TableCard>
  );

  function rows({ items }: SavingPage) {
    return width < CARDS_BELOW ? (
      <SavingCards savings={items} onShow={onShow} />
    ) : (
      <SavingsTable savings={items} selected={selected} onShow={onShow} />
    );
  }

  function instead() {
    return data ? (
      <NoSavings page={data} />
    ) : (
      <ReadState
        polled={savings}
        title={t('error.savings')}
        permission={costReadPermission.name}
        rows={3}
      />
    );
  }
}

import { useSearchParams } from 'react-router-dom';
import {
  ExplainLayout,
  PagedRows,
  PageStack,
  PlainCard,
  RefreshNotice,
  useListPages,
} from '@plimsoll/plugin-plimsoll-react';
import { costReadPermission } from '@plimsoll/plugin-cost-common';
import { ReadState } from '../empty';
import { CostProofLine } from '../proof/CostProofLine';
import { DemoNotice } from '../proof/DemoNotice';
import { useSavings } from '../queries/useSavings';
import { useVoice } from '../words';
import { CARDS_BELOW } from './cardsBelow';
import { NoSavings } from './NoSavings';
import { SavingCards } from './SavingCards';
import { SavingsTable } from './SavingsTable';
import { useSavingDrawer } from './useSavingDrawer';
import styles from './SavingsOfAll.module.css';

/** Savings on one page. */
const PAGE_SIZE = 25;
/** Name in the address of the saving that is shown. */
const SHOWN = 'saving';

/** What can be saved over all services, in the order of application. */
export function SavingsOfAll() {
  const { formats, t } = useVoice();
  const pages = useListPages();
  const [parameters, setParameters] = useSearchParams();
  const savings = useSavings({ limit: PAGE_SIZE, cursor: pages.cursor });
  const { data } = savings;
  const selected = parameters.get(SHOWN) ?? undefined;
  const show = (id: string | undefined) =>
    setParameters(
      current => {
        const next = new URLSearchParams(current);
        next.delete(SHOWN);
        if (id) {
          next.set(SHOWN, id);
        }
        return next;
      },
      { replace: true },
    );
  const drawer = useSavingDrawer({
    id: selected,
    savings,
    onClose: () => show(undefined),
  });

  return (
    <ExplainLayout drawer={drawer}>
      <PageStack>
        <DemoNotice proof={data?.proof} />
        {data && data.items.length > 0 ? (
          <>
            <p className={styles.total}>
              {t('savings.total', {
                amount: formats.money(data.realisable, {
                  currency: data.currency,
                }),
              })}
            </p>
            <PlainCard flush label={t('savings.title')}>
              <PagedRows
                page={data}
                pages={pages}
                pageSize={PAGE_SIZE}
                outdated={savings.outdated}
                stale={savings.error !== undefined}
              >
                {({ width }) =>
                  width < CARDS_BELOW ? (
                    <SavingCards savings={data.items} onShow={show} ofMany />
                  ) : (
                    <SavingsTable
                      savings={data.items}
                      selected={selected}
                      onShow={show}
                      ofMany
                    />
                  )
                }
              </PagedRows>
            </PlainCard>
          </>
        ) : (
          <PlainCard>{instead()}</PlainCard>
        )}
        <RefreshNotice polled={savings} />
        {data && <CostProofLine proof={data.proof} />}
      </PageStack>
    </ExplainLayout>
  );

  function instead() {
    return data ? (
      <NoSavings page={data} />
    ) : (
      <ReadState
        polled={savings}
        title={t('error.savings')}
        permission={costReadPermission.name}
        rows={8}
      />
    );
  }
}

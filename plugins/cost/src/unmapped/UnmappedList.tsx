import { useSearchParams } from 'react-router-dom';
import {
  ExplainLayout,
  PagedRows,
  PageStack,
  RefreshNotice,
  useListPages,
  ViewMessage,
} from '@plimsoll/plugin-plimsoll-react';
import { costTotalReadPermission } from '@plimsoll/plugin-cost-common';
import { NoSource, ReadState } from '../empty';
import { CostProofLine } from '../proof/CostProofLine';
import { DemoNotice } from '../proof/DemoNotice';
import { useUnmapped } from '../queries/useUnmapped';
import { InsteadOfTable, TableCard } from '../surface';
import { useVoice } from '../words';
import { MappingWizard } from './MappingWizard';
import { UnmappedCards } from './UnmappedCards';
import { unmappedKey } from './unmappedKey';
import { unmappedName } from './unmappedName';
import { UnmappedTable } from './UnmappedTable';

/** Lines on one page. */
const PAGE_SIZE = 25;
/** Name in the address of the line whose wizard is open. */
const MAPPED = 'map';

/** Charges that no service owns, dearest first, and the wizard that maps one. */
export function UnmappedList() {
  const voice = useVoice();
  const { t } = voice;
  const pages = useListPages();
  const [parameters, setParameters] = useSearchParams();
  const unmapped = useUnmapped({ limit: PAGE_SIZE, cursor: pages.cursor });
  const { data } = unmapped;
  const selected = parameters.get(MAPPED) ?? undefined;
  const show = (key: string | undefined) =>
    setParameters(
      current => {
        const next = new URLSearchParams(current);
        next.delete(MAPPED);
        if (key) {
          next.set(MAPPED, key);
        }
        return next;
      },
      { replace: true },
    );
  const cost = data?.items.find(one => unmappedKey(one) === selected);

  return (
    <ExplainLayout
      drawer={
        selected && data
          ? {
              title: t('wizard.title'),
              subtitle: cost && unmappedName(cost, voice),
              content: cost ? (
                <MappingWizard
                  key={selected}
                  cost={cost}
                  currency={data.proof.currency}
                />
              ) : (
                <ViewMessage kind="not-found" title={t('unmapped.gone')}>
                  {t('unmapped.goneWhy')}
                </ViewMessage>
              ),
              onClose: () => show(undefined),
            }
          : undefined
      }
    >
      <PageStack>
        <DemoNotice proof={data?.proof} />
        <TableCard title={t('unmapped.title')} subtitle={subtitle()}>
          {data && data.items.length > 0 ? (
            <PagedRows
              page={data}
              pages={pages}
              pageSize={PAGE_SIZE}
              outdated={unmapped.outdated}
              stale={unmapped.error !== undefined}
            >
              {({ narrow }) =>
                narrow ? (
                  <UnmappedCards
                    costs={data.items}
                    currency={data.proof.currency}
                    onMap={show}
                  />
                ) : (
                  <UnmappedTable
                    costs={data.items}
                    currency={data.proof.currency}
                    onMap={show}
                  />
                )
              }
            </PagedRows>
          ) : (
            <InsteadOfTable>{instead()}</InsteadOfTable>
          )}
        </TableCard>
        <RefreshNotice polled={unmapped} />
        {data && <CostProofLine proof={data.proof} />}
      </PageStack>
    </ExplainLayout>
  );

  function subtitle(): string {
    const proof = data?.proof;
    return proof?.unallocated?.amount
      ? t('unmapped.subtitleSum', {
          amount: voice.formats.money(proof.unallocated.amount, {
            currency: proof.currency,
          }),
          share: voice.formats.share(proof.unallocated.ratio),
        })
      : t('unmapped.subtitle');
  }

  function instead() {
    if (data?.proof.sources.length === 0) {
      return <NoSource />;
    }
    return data ? (
      <ViewMessage kind="empty" title={t('unmapped.none')}>
        {t('unmapped.noneWhy')}
      </ViewMessage>
    ) : (
      <ReadState
        polled={unmapped}
        title={t('error.unmapped')}
        permission={costTotalReadPermission.name}
        rows={6}
      />
    );
  }
}

import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  CardItem,
  CardList,
  ErrorMessage,
  PagedRows,
  useListPages,
} from '@plimsoll/plugin-plimsoll-react';
import type {
  CorrectionPage,
  ObjectiveStatus,
  SloCorrection,
} from '@plimsoll/plugin-slo-common';
import { RiTimeLine } from '@remixicon/react';
import type { CustomRange } from '../range';
import { sloTranslationRef } from '../translation';
import { CorrectionRow } from './CorrectionRow';
import { ExcludeDialog } from './ExcludeDialog';
import { UndoDialog } from './UndoDialog';
import { CORRECTIONS_LIMIT, useCorrections } from './useCorrections';
import styles from './CorrectionsSection.module.css';

/** @internal */
export interface CorrectionsSectionProps {
  objective: ObjectiveStatus;
  /** The stretch that was chosen on a chart. */
  chosen?: CustomRange;
  /** Something was excluded, or counts again. */
  onCorrected(): void;
}

/**
 * What is excluded from a budget, why and by whom; who may, excludes and undoes
 * here. Nothing where there is nothing to see or to do.
 */
export function CorrectionsSection(props: CorrectionsSectionProps) {
  const { objective, chosen, onCorrected } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const pages = useListPages();
  const corrections = useCorrections({ objective, cursor: pages.cursor });
  const [open, setOpen] = useState<'exclude' | SloCorrection>();
  const [saved, setSaved] = useState(false);
  const { data, error, outdated, retry } = corrections;

  if (!data && !error) {
    return null;
  }
  if (data && data.totalItems === 0 && !data.mayCorrect) {
    return null;
  }
  const close = () => setOpen(undefined);
  const onSaved = () => {
    close();
    setSaved(true);
    retry();
    onCorrected();
  };
  return (
    <section className={styles.section} aria-label={t('correction.title')}>
      <div className={styles.head}>
        <h3 className={styles.title}>{t('correction.title')}</h3>
        <p className={styles.note} role="status">
          {saved ? t('correction.soon') : t('correction.why')}
        </p>
        {data?.mayCorrect && (
          <Button
            variant="secondary"
            iconStart={<RiTimeLine />}
            onPress={() => setOpen('exclude')}
          >
            {t('correction.create')}
          </Button>
        )}
      </div>
      {data ? (
        rowsOf(data)
      ) : (
        <ErrorMessage
          title={t('correction.failed')}
          error={error}
          backend="slo"
          onRetry={retry}
        />
      )}
      {open === 'exclude' && (
        <ExcludeDialog
          objective={objective}
          chosen={chosen}
          onClose={close}
          onSaved={onSaved}
        />
      )}
      {open && open !== 'exclude' && (
        <UndoDialog correction={open} onClose={close} onSaved={onSaved} />
      )}
    </section>
  );

  function rowsOf(page: CorrectionPage) {
    if (page.totalItems === 0) {
      return <p className={styles.empty}>{t('correction.none')}</p>;
    }
    const rows = () => (
      <CardList>
        {page.items.map(correction => (
          <CardItem key={correction.id}>
            <CorrectionRow
              correction={correction}
              onUndo={page.mayCorrect ? () => setOpen(correction) : undefined}
            />
          </CardItem>
        ))}
      </CardList>
    );
    return page.totalItems <= CORRECTIONS_LIMIT ? (
      rows()
    ) : (
      <PagedRows
        page={page}
        pages={pages}
        pageSize={CORRECTIONS_LIMIT}
        outdated={outdated}
        stale={error !== undefined}
      >
        {rows}
      </PagedRows>
    );
  }
}

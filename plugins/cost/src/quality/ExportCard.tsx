import { useState } from 'react';
import { Button } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { ChoiceSelect, useNow } from '@plimsoll/plugin-plimsoll-react';
import { RiDownload2Line } from '@remixicon/react';
import { costApiRef } from '../api';
import { InsteadOfTable, TableCard } from '../surface';
import { monthText, useVoice } from '../words';
import { lastMonths } from './lastMonths';
import { saveText } from './saveText';
import styles from './quality.module.css';

/** Downloads the split of a month, for finance and other tools. */
export function ExportCard() {
  const voice = useVoice();
  const { t } = voice;
  const costApi = useApi(costApiRef);
  const months = lastMonths(useNow());
  const [month, setMonth] = useState(months[0]);
  const [state, setState] = useState<'ready' | 'reading' | 'failed'>('ready');

  const download = async () => {
    setState('reading');
    try {
      const text = await costApi.exportSplit({ month });
      saveText({ name: `focus-split-${month.slice(0, 7)}.csv`, text });
      setState('ready');
    } catch {
      setState('failed');
    }
  };
  return (
    <TableCard
      title={t('quality.export')}
      subtitle={t('quality.exportSubtitle')}
    >
      <InsteadOfTable>
        <div className={styles.export}>
          <span>
            <ChoiceSelect
              label={t('quality.exportMonth')}
              options={months.map(id => ({ id, label: monthText(id, voice) }))}
              selected={month}
              onSelect={next => next && setMonth(next)}
            />
          </span>
          <Button
            variant="secondary"
            iconStart={<RiDownload2Line />}
            isPending={state === 'reading'}
            onPress={download}
          >
            {t('quality.download')}
          </Button>
          {state === 'failed' && (
            <span role="alert">{t('quality.exportFailed')}</span>
          )}
        </div>
      </InsteadOfTable>
    </TableCard>
  );
}

import { refName, type Polled } from '@plimsoll/plugin-plimsoll-react';
import {
  costTotalReadPermission,
  type MappingPreview,
} from '@plimsoll/plugin-cost-common';
import { ReadState } from '../empty';
import { ExplainRows } from '../explanation/ExplainSection';
import { useVoice } from '../words';
import styles from './MappingWizard.module.css';

/** @internal */
export interface PreviewStepProps {
  preview: Polled<MappingPreview>;
  entityRef: string | undefined;
  currency: string;
}

/** The money that would move, before anything is written. */
export function PreviewStep(props: PreviewStepProps) {
  const { preview, entityRef, currency } = props;
  const { formats, t } = useVoice();
  const { data } = preview;
  if (!entityRef) {
    return <p className={styles.text}>{t('wizard.previewNone')}</p>;
  }
  if (!data) {
    return (
      <ReadState
        polled={preview}
        title={t('error.preview')}
        permission={costTotalReadPermission.name}
        rows={2}
      />
    );
  }
  return data.charges === 0 ? (
    <p className={styles.text}>{nothing(data.contestedBy)}</p>
  ) : (
    <ExplainRows
      rows={[
        {
          name: t('wizard.previewTotal', { service: refName(entityRef) }),
          value: formats.money(data.total, { currency }),
        },
        { name: t('wizard.previewDays'), value: formats.count(data.days) },
        {
          name: t('wizard.previewCharges'),
          value: formats.count(data.charges),
        },
      ]}
    />
  );
  function nothing(others: string[] | undefined): string {
    if (!others) {
      return t('wizard.previewBad');
    }
    return others.length > 0
      ? t('wizard.previewContested', { names: others.map(refName).join(', ') })
      : t('wizard.previewContestedUnseen');
  }
}

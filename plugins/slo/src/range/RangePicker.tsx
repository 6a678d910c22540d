import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { ChoiceGroup, useFormats } from '@plimsoll/plugin-plimsoll-react';
import { HISTORY_RANGES, type HistoryRange } from '../queries/historyRange';
import { sloTranslationRef } from '../translation';
import type { CustomRange } from './CustomRange';
import styles from './RangePicker.module.css';

/** @internal */
export interface RangePickerProps {
  /** What is shown without a custom range. */
  preset: HistoryRange;
  custom?: CustomRange;
  onPreset(preset: HistoryRange): void;
}

/** The ranges to choose from, and the way back from one of one's own. */
export function RangePicker(props: RangePickerProps) {
  const { preset, custom, onPreset } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  return (
    <div className={styles.picker}>
      {custom && (
        <>
          <span className={styles.custom}>
            {t('panel.customRange', {
              from: formats.instant(new Date(custom.from), 'short'),
              to: formats.instant(new Date(custom.to), 'short'),
            })}
          </span>
          <Button
            variant="secondary"
            size="small"
            onPress={() => onPreset(preset)}
          >
            {t(`panel.backTo.${preset}`)}
          </Button>
        </>
      )}
      <ChoiceGroup
        label={t('panel.range')}
        options={HISTORY_RANGES.map(id => ({
          id,
          label: t(`panel.ranges.${id}`),
        }))}
        selected={custom ? undefined : preset}
        onSelect={onPreset}
      />
    </div>
  );
}

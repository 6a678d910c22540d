import { ExplainedNumber } from '@plimsoll/plugin-plimsoll-react';
import type { Saving } from '@plimsoll/plugin-cost-common';
import { useVoice } from '../words';
import styles from './SavingsTable.module.css';

/** @internal */
export interface SavingFigureProps {
  saving: Saving;
  /** Its drawer is open. */
  open?: boolean;
  onShow(id: string): void;
}

/** What a saving brings a month; in words where it brings only capacity. */
export function SavingFigure(props: SavingFigureProps) {
  const { saving, open, onShow } = props;
  const { id, realisable, currency, guard, applied } = saving;
  const { formats, t } = useVoice();
  return (
    <span
      className={styles.money}
      data-held={guard.state === 'held-back' || undefined}
    >
      <ExplainedNumber open={open} onExplain={() => onShow(id)}>
        {figure()}
      </ExplainedNumber>
    </span>
  );

  function figure(): string {
    // What it brings from here on is nothing: it has been made.
    if (applied) {
      return formats.money(applied.got ?? applied.promised, { currency });
    }
    return Number(realisable) === 0
      ? t('savings.capacity')
      : formats.money(realisable, { currency });
  }
}

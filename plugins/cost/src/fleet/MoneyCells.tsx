import {
  ExplainedNumber,
  SecondText,
  TwoLines,
} from '@plimsoll/plugin-plimsoll-react';
import type { CostServiceRow } from '@plimsoll/plugin-cost-common';
import { useCostPaths } from '../routes';
import { unitName, useVoice } from '../words';
import { ChangeText } from './ChangeText';
import styles from './cells.module.css';

/** @internal */
export interface MoneyCellProps {
  row: CostServiceRow;
  currency: string;
}

/** The month so far and how it changed; words where the bill has nothing. */
export function TotalCell(props: MoneyCellProps) {
  const { row, currency } = props;
  const { formats, t } = useVoice();
  const paths = useCostPaths();
  const nothing =
    Number(row.total) === 0 && !row.change && row.months.length === 0;
  return nothing ? (
    <SecondText>{t('fleet.noBill')}</SecondText>
  ) : (
    <ChangeText change={row.change} currency={currency}>
      <span className={styles.value}>
        <ExplainedNumber to={paths.tab(row.ref, { explain: 'total' })}>
          {formats.money(row.total, { currency })}
        </ExplainedNumber>
      </span>
    </ChangeText>
  );
}

/** Where the month is expected to end. */
export function ExpectedCell(props: MoneyCellProps) {
  const { row, currency } = props;
  const { formats, t } = useVoice();
  const { forecast } = row;
  const whole = (amount: string) =>
    formats.money(amount, { currency, whole: true });
  return forecast ? (
    <TwoLines
      second={t('fleet.rangeOnly', {
        low: whole(forecast.low),
        high: whole(forecast.high),
      })}
    >
      {whole(forecast.expected)}
    </TwoLines>
  ) : (
    <SecondText>{t('card.expectedNone')}</SecondText>
  );
}

/** What a million requests, or what is counted, cost. */
export function UnitCostCell(props: MoneyCellProps) {
  const { row, currency } = props;
  const { unitCost } = row;
  const voice = useVoice();
  const { formats, t } = voice;
  if (!unitCost) {
    return (
      <SecondText>
        {t(`unitState.${row.unitCostState ?? 'no-volume'}`)}
      </SecondText>
    );
  }
  const change =
    unitCost.changeRatio === undefined
      ? []
      : [formats.share(unitCost.changeRatio, { signed: true })];
  return (
    <TwoLines second={[unitName(unitCost, voice), ...change].join(', ')}>
      {formats.money(unitCost.value, { currency })}
    </TwoLines>
  );
}

/** What can be saved a month. */
export function SavingCell(props: MoneyCellProps) {
  const { row, currency } = props;
  const { formats, t } = useVoice();
  return row.saving !== undefined && Number(row.saving) > 0 ? (
    <>{formats.money(row.saving, { currency })}</>
  ) : (
    <SecondText>
      {t(row.savingState ? 'card.savingWaiting' : 'fleet.none')}
    </SecondText>
  );
}

import type { Saving } from '@plimsoll/plugin-cost-common';
import { ExplainRows } from '../explanation/ExplainSection';
import { dayText, useVoice } from '../words';
import styles from './SavingNextStep.module.css';

/** @internal */
export interface AppliedRowsProps {
  applied: NonNullable<Saving['applied']>;
  currency: string;
}

/** What was promised, what the bill shows since, and what that is measured on. */
export function AppliedRows(props: AppliedRowsProps) {
  const { applied, currency } = props;
  const { at, promised, got, until, measured } = applied;
  const voice = useVoice();
  const { formats, t } = voice;
  const money = (amount: string) => formats.money(amount, { currency });
  return (
    <>
      <ExplainRows
        rows={[
          {
            name: t('saving.appliedAt'),
            value: formats.instant(new Date(at), 'date'),
          },
          { name: t('saving.promised'), value: money(promised) },
          {
            name: until
              ? t('saving.gotUntil', { day: dayText(until, voice) })
              : t('saving.got'),
            value: got === undefined ? t('saving.gotNone') : money(got),
          },
          ...(measured?.low !== undefined && measured.high !== undefined
            ? [
                {
                  name: t('saving.gotBetween'),
                  value: t('saving.gotRange', {
                    low: money(measured.low),
                    high: money(measured.high),
                  }),
                },
              ]
            : []),
          ...(measured
            ? [
                {
                  name: t('saving.compared'),
                  value: t('saving.weeks', { count: measured.weeks }),
                },
              ]
            : []),
        ]}
      />
      {measured && <p className={styles.text}>{groundText(measured)}</p>}
      {measured && measured.otherChanges > 0 && (
        <p className={styles.text}>
          {t('saving.otherChanges', { count: measured.otherChanges })}
        </p>
      )}
    </>
  );

  function groundText({ of }: NonNullable<typeof measured>): string {
    return of === 'category' ? t('saving.ofCategory') : t('saving.ofResources');
  }
}

import type { Saving } from '@plimsoll/plugin-cost-common';
import { ExplainRows, ExplainSection } from '../explanation/ExplainSection';
import { useVoice } from '../words';
import { AppliedRows } from './AppliedRows';
import { CommitmentCurve } from './CommitmentCurve';
import { evidenceRows } from './evidenceRows';
import { GuardText } from './GuardText';
import { SavingNextStep } from './SavingNextStep';

/** @internal */
export interface SavingContentProps {
  saving: Saving;
  onApplied(): void;
}

/** What speaks for a saving, what it brings, and what became of it. */
export function SavingContent(props: SavingContentProps) {
  const { saving, onApplied } = props;
  const { guard, currency, curve, breakEvenMonths, applied } = saving;
  const voice = useVoice();
  const { formats, t } = voice;
  const money = (amount: string) => formats.money(amount, { currency });
  return (
    <>
      <ExplainSection title={t('saving.evidence')}>
        <ExplainRows rows={evidenceRows({ saving, ...voice })} />
      </ExplainSection>
      <ExplainSection title={t('saving.money')}>
        <ExplainRows
          rows={[
            { name: t('saving.realisable'), value: money(saving.realisable) },
            ...(saving.theoretical === undefined
              ? []
              : [
                  {
                    name: t('saving.theoretical'),
                    value: money(saving.theoretical),
                  },
                ]),
            { name: t('saving.order'), value: formats.count(saving.order) },
            { name: t('saving.risk'), value: t(`riskLevel.${saving.risk}`) },
            ...(breakEvenMonths === undefined
              ? []
              : [
                  {
                    name: t('saving.breakEven'),
                    value: t('saving.months', { count: breakEvenMonths }),
                  },
                ]),
          ]}
        />
      </ExplainSection>
      {!applied && (
        <ExplainSection title={t('saving.guard')}>
          <GuardText guard={guard} />
        </ExplainSection>
      )}
      {curve && curve.length > 1 && (
        <ExplainSection title={t('saving.curve')}>
          <CommitmentCurve curve={curve} currency={currency} />
        </ExplainSection>
      )}
      {applied ? (
        <ExplainSection title={t('saving.applied')}>
          <AppliedRows applied={applied} currency={currency} />
        </ExplainSection>
      ) : (
        <SavingNextStep saving={saving} onApplied={onApplied} />
      )}
    </>
  );
}

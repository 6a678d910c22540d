import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DemoBadge, useFormats } from '@plimsoll/plugin-plimsoll-react';
import type { SimulationAnswer } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { trialNotes } from './trialNotes';
import { trialSentence } from './trialSentence';
import { TrialTable } from './TrialTable';
import styles from './TrialResult.module.css';

/** @internal */
export interface TrialResultProps {
  answer: SimulationAnswer;
  /** The target that is tried, 0..1. */
  tried: number;
  /** The answer is of another target: a newer one is awaited. */
  outdated?: boolean;
  /** Says that the data are made up, where nothing around says so. */
  withDemo?: boolean;
}

/** A trial in words, the table behind it, and what it rests on. */
export function TrialResult(props: TrialResultProps) {
  const { answer, tried, outdated, withDemo } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const target = answer.targets.find(one => one.target === tried);
  return (
    <div className={styles.result} aria-busy={outdated || undefined}>
      <p className={styles.sentence} role="status">
        {target && trialSentence({ answer, target, formats, t })}{' '}
        {withDemo && answer.basis.demo && <DemoBadge />}
      </p>
      <TrialTable answer={answer} tried={tried} />
      <ul className={styles.notes}>
        {trialNotes({ answer, target, formats, t }).map(note => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}

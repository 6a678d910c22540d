import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { RiInformationLine } from '@remixicon/react';
import { shownRemaining } from '../figures';
import { useWords } from '../words';
import styles from './CardSourceNote.module.css';

/** @internal */
export interface CardSourceNoteProps {
  objectives: readonly ObjectiveStatus[];
}

/** Which sources do not answer; rows without a number say so themselves. */
export function CardSourceNote(props: CardSourceNoteProps) {
  const words = useWords();
  const sentences = props.objectives
    .filter(
      objective =>
        objective.reason.code === 'source-down' &&
        shownRemaining(objective) !== undefined,
    )
    .map(words.reason);
  return (
    <>
      {[...new Set(sentences)].map(sentence => (
        <p key={sentence} className={styles.note}>
          <RiInformationLine className={styles.icon} size={16} aria-hidden />
          {sentence}
        </p>
      ))}
    </>
  );
}

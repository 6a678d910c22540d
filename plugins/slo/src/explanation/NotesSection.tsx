import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Explanation } from '@plimsoll/plugin-slo-common';
import { FaultLines } from '../notices';
import { sloTranslationRef } from '../translation';
import { useNoteText } from './useNoteText';
import styles from './explanation.module.css';

/** @internal */
export interface NotesSectionProps {
  explanation: Explanation;
}

/** What else a reader must know, and what is wrong with the document. */
export function NotesSection(props: NotesSectionProps) {
  const { notes, faults, queries } = props.explanation;
  const { t } = useTranslationRef(sloTranslationRef);
  const noteText = useNoteText();
  // The queries have told these already.
  const told = queries.flatMap(query => query.notes ?? [query.note]);
  const left = notes.filter(
    ({ code }) => code === 'demo-data' || !told.includes(code),
  );
  return (
    <>
      {left.length > 0 && (
        <section>
          <h3 className={styles.title}>{t('explain.notes')}</h3>
          <ul className={styles.notes}>
            {left.map(note => (
              <li key={note.code}>{noteText(note)}</li>
            ))}
          </ul>
        </section>
      )}
      {faults.length > 0 && (
        <section>
          <h3 className={styles.title}>{t('explain.faults')}</h3>
          <FaultLines className={styles.notes} faults={faults} />
        </section>
      )}
    </>
  );
}

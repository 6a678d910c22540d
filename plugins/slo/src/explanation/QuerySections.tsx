import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CodeBlock, CopyButton } from '@plimsoll/plugin-plimsoll-react';
import type { ExplainedQuery } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { useNoteText } from './useNoteText';
import styles from './explanation.module.css';

/** @internal */
export interface QuerySectionsProps {
  queries: readonly ExplainedQuery[];
}

const NAMES = ['good', 'bad', 'total', 'value', 'raw'] as const;

/** The queries as the source sends them, each with what is special. */
export function QuerySections(props: QuerySectionsProps) {
  const { t } = useTranslationRef(sloTranslationRef);
  const noteText = useNoteText();
  return (
    <>
      {props.queries.map(({ name, text, note, notes = note ? [note] : [] }) => {
        const known = NAMES.find(candidate => candidate === name);
        const title = t('explain.query', {
          name: known ? t(`explain.names.${known}`) : name,
        });
        return (
          <section key={`${name} ${text}`}>
            <div className={styles.head}>
              <h3 className={styles.title}>{title}</h3>
              <CopyButton variant="tertiary" text={text} />
            </div>
            <CodeBlock label={title}>{text}</CodeBlock>
            {notes
              .filter(code => code !== 'demo-data')
              .map(code => (
                <p key={code} className={styles.below}>
                  {noteText({ code })}
                </p>
              ))}
          </section>
        );
      })}
    </>
  );
}

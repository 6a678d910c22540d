import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ErrorMessage,
  LoadingRows,
  RETRY_SECONDS,
} from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { useExplanation } from '../queries/useExplanation';
import { sloTranslationRef } from '../translation';
import { FormulaSection } from './FormulaSection';
import { NotesSection } from './NotesSection';
import { QuerySections } from './QuerySections';
import { ReadSection } from './ReadSection';
import { SentenceSection } from './SentenceSection';
import { SpentSection } from './SpentSection';
import styles from './explanation.module.css';

/** @internal */
export interface ExplanationContentProps {
  objective: ObjectiveStatus;
  /** Id of the figure. */
  figure: string;
}

/** A number's ground: the sentence, the formula, where it went, what was read. */
export function ExplanationContent(props: ExplanationContentProps) {
  const { objective, figure } = props;
  const { data, error, triedAt, retry } = useExplanation(objective);
  const { t } = useTranslationRef(sloTranslationRef);

  if (!data) {
    return error ? (
      <ErrorMessage
        title={t('error.explanation')}
        error={error}
        backend="slo"
        onRetry={retry}
        tried={triedAt && { at: triedAt, nextInSeconds: RETRY_SECONDS }}
      />
    ) : (
      <LoadingRows />
    );
  }
  const explained = data.figures.find(({ id }) => id === figure);
  const raw = data.figures.find(({ id }) => id === `raw.${figure}`);
  return (
    <div className={styles.content}>
      <SentenceSection
        objective={objective}
        figure={figure}
        readAt={new Date(data.readAt)}
      />
      {explained && <FormulaSection figure={explained} />}
      {raw && <FormulaSection figure={raw} title={t('explain.rawFormula')} />}
      {figure !== 'coverage' && data.spent.length > 0 && (
        <SpentSection spent={data.spent} objective={objective} />
      )}
      <ReadSection read={data.read} />
      <QuerySections queries={data.queries} />
      <NotesSection explanation={data} />
    </div>
  );
}

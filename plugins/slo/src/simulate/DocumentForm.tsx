import { useState } from 'react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, TextAreaField } from '@backstage/ui';
import {
  exampleDocument,
  type CheckReport,
  type SimulationAnswer,
} from '@plimsoll/plugin-slo-common';
import { sloApiRef } from '../api';
import { sloTranslationRef } from '../translation';
import { DocumentOutcome } from './DocumentOutcome';
import { useSubmission } from './useSubmission';
import { USUAL_RATIOS } from './useTrial';
import styles from './DocumentForm.module.css';

const ROWS = 14;

/** What became of a document: its checks, and its trial or why there is none. */
export interface TriedDocument {
  report: CheckReport;
  answer?: SimulationAnswer;
  /** Why it could not be tried. */
  error?: unknown;
}

/** Checks and tries a document that somebody pastes. */
export function DocumentForm() {
  const { t } = useTranslationRef(sloTranslationRef);
  const sloApi = useApi(sloApiRef);
  const [text, setText] = useState('');
  const submission = useSubmission<string, TriedDocument>(
    async (sent, signal) => {
      const report = await sloApi.checkDocuments(sent, { signal });
      const request = { text: sent, targets: USUAL_RATIOS };
      // what is wrong with a document is told once, by its checks
      const isFaulty = report.findings.some(
        ({ severity, check }) => severity === 'error' && check === 'document',
      );
      if (isFaulty || !report.hasSources) {
        return { report };
      }
      return sloApi.simulateDocument(request, { signal }).then(
        answer => ({ report, answer }),
        (error: unknown) => ({ report, error }),
      );
    },
  );
  return (
    <div className={styles.form}>
      <p className={styles.why}>{t('trial.documentWhy')}</p>
      <TextAreaField
        className={styles.text}
        label={t('trial.documentField')}
        rows={ROWS}
        value={text}
        onChange={setText}
        spellCheck="false"
      />
      <div className={styles.actions}>
        <Button
          variant="primary"
          isDisabled={text.trim() === '' || submission.sending}
          onPress={() => submission.send(text)}
        >
          {t('trial.documentSend')}
        </Button>
        {text === '' && (
          <Button
            variant="secondary"
            onPress={() =>
              setText(exampleDocument({ serviceName: 'checkout' }))
            }
          >
            {t('trial.documentExample')}
          </Button>
        )}
      </div>
      <DocumentOutcome submission={submission} />
    </div>
  );
}

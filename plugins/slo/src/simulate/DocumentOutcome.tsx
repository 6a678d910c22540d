import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  describeError,
  ErrorMessage,
  LoadingRows,
  NoPermission,
  ViewMessage,
} from '@plimsoll/plugin-plimsoll-react';
import { sloCheckPermission } from '@plimsoll/plugin-slo-common';
import { FindingRows } from '../doctor/FindingRows';
import { NoSource } from '../empty';
import { sloTranslationRef } from '../translation';
import type { TriedDocument } from './DocumentForm';
import { TrialResult } from './TrialResult';
import type { Submission } from './useSubmission';
import styles from './DocumentForm.module.css';

/** @internal */
export interface DocumentOutcomeProps {
  submission: Submission<string, TriedDocument>;
}

/** What became of a pasted document. */
export function DocumentOutcome(props: DocumentOutcomeProps) {
  const { submission } = props;
  const { data, error, sending, request = '' } = submission;
  const { t } = useTranslationRef(sloTranslationRef);
  if (sending) {
    return (
      <div>
        <p className={styles.why}>{t('trial.documentSending')}</p>
        <LoadingRows rows={3} />
      </div>
    );
  }
  if (error !== undefined) {
    return failed(error);
  }
  if (!data) {
    return null;
  }
  if (!data.report.hasSources) {
    return <NoSource />;
  }
  return (
    <>
      <section>
        <h3 className={styles.title}>{t('doctor.title')}</h3>
        {data.report.findings.length > 0 ? (
          <FindingRows findings={data.report.findings} withDocument />
        ) : (
          <p className={styles.why}>
            {t(data.report.asked > 0 ? 'doctor.fineWhy' : 'doctor.fineUnasked')}
          </p>
        )}
      </section>
      {data.error !== undefined && failed(data.error)}
      {data.answer && (
        <section>
          <h3 className={styles.title}>{data.answer.displayName}</h3>
          {data.answer.coverage > 0 ? (
            <TrialResult
              answer={data.answer}
              tried={data.answer.currentTarget}
              withDemo
            />
          ) : (
            <ViewMessage kind="empty" title={t('trial.documentNothing')}>
              {t('trial.documentNothingWhy')}
            </ViewMessage>
          )}
        </section>
      )}
    </>
  );

  function failed(reason: unknown) {
    return describeError(reason).kind === 'no-permission' ? (
      <NoPermission
        title={t('trial.documentRefused')}
        permission={sloCheckPermission.name}
      />
    ) : (
      <ErrorMessage
        title={t('trial.documentFailed')}
        error={reason}
        backend="slo"
        onRetry={() => submission.send(request)}
      />
    );
  }
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Finding, FindingSeverity } from '@plimsoll/plugin-slo-common';
import {
  RiAlertLine,
  RiErrorWarningLine,
  RiInformationLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import { FaultText } from '../notices';
import { sloTranslationRef } from '../translation';
import styles from './FindingRow.module.css';

/** @internal */
export interface FindingRowProps {
  finding: Finding;
  withDocument: boolean;
}

const ICONS: Record<FindingSeverity, RemixiconComponentType> = {
  error: RiErrorWarningLine,
  warning: RiAlertLine,
  info: RiInformationLine,
};

/** One finding: how much it matters, where and what it is; the mend on demand. */
export function FindingRow(props: FindingRowProps) {
  const { finding, withDocument } = props;
  const { severity, document, path, message, fix } = finding;
  const { t } = useTranslationRef(sloTranslationRef);
  const Icon = ICONS[severity];
  return (
    <div className={styles.finding}>
      <Icon className={styles.icon} size={16} aria-hidden />
      <div className={styles.words}>
        <p className={styles.message}>
          <strong className={styles.severity}>{t(`doctor.${severity}`)}</strong>{' '}
          {withDocument && <>{document} </>}
          <FaultText path={path} message={message} />
        </p>
        <details className={styles.fix}>
          <summary>{t('doctor.show')}</summary>
          {fix}
        </details>
      </div>
    </div>
  );
}

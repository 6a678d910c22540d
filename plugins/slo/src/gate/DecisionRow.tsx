import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats, useNow } from '@plimsoll/plugin-plimsoll-react';
import type { GateDecision, GateVerdict } from '@plimsoll/plugin-slo-common';
import {
  RiAlertLine,
  RiCheckLine,
  RiForbidLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import { subjectName } from '../names';
import { sloTranslationRef } from '../translation';
import styles from './DecisionRow.module.css';

/** @internal */
export interface DecisionRowProps {
  decision: GateDecision;
}

const ICONS: Record<GateVerdict, RemixiconComponentType> = {
  allow: RiCheckLine,
  warn: RiAlertLine,
  block: RiForbidLine,
};

/** One decision: the verdict, when and by whom it was asked for, and why. */
export function DecisionRow(props: DecisionRowProps) {
  const { decision } = props;
  const { verdict, decidedAt, askedBy, reasons } = decision;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const now = useNow();
  const Icon = ICONS[verdict];
  const [first, ...others] = reasons;
  const at = new Date(decidedAt);
  return (
    <div className={styles.decision}>
      <Icon className={styles.icon} size={16} aria-hidden />
      <div className={styles.words}>
        <p className={styles.head}>
          <strong className={styles.verdict}>{t(`gate.${verdict}`)}</strong>{' '}
          <time dateTime={decidedAt}>{formats.relative(at, now)}</time>
          <span className={styles.subject}>
            {t('gate.askedBy', { subject: subjectName(askedBy) })}
          </span>
        </p>
        {first && <p className={styles.reason}>{first.message}</p>}
        {others.length > 0 && (
          <details className={styles.others}>
            <summary>{t('gate.others', { count: others.length })}</summary>
            <ul>
              {others.map(({ message }) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </div>
  );
}

import { Link } from '@backstage/ui';
import { refName } from '@plimsoll/plugin-plimsoll-react';
import type { Deployment, Evidence } from '@plimsoll/plugin-stability-common';
import {
  confidenceLevel,
  evidenceText,
  useVoice,
  type FactIndex,
} from '../words';
import styles from './explanation.module.css';

/** @internal */
export interface EvidenceSectionProps {
  deployment: Deployment;
  index: FactIndex;
}

/** Each rule that fired, how sure it is, and what it rests on. */
export function EvidenceSection(props: EvidenceSectionProps) {
  const { deployment, index } = props;
  const { verdict, evidence } = deployment;
  const { formats, t } = useVoice();
  const events = new Set(evidence.flatMap(one => one.observationIds)).size;

  const item = (one: Evidence) => (
    <li
      key={`${one.rule} ${one.at} ${one.observationIds[0]}`}
      className={styles.item}
      data-overruled={one.overruled || undefined}
    >
      <span className={styles.line}>
        <span>
          {evidenceText({ evidence: one, deployment, index, formats, t })}
        </span>
        <span>{t(`confidence.${confidenceLevel(one.confidence)}`)}</span>
      </span>
      <span className={styles.line}>
        <span className={styles.second}>
          {one.overruled
            ? t('why.overruled')
            : formats.instant(new Date(one.at), 'clock-seconds')}{' '}
          {one.url && (
            <Link href={one.url} variant="body-small" target="_blank">
              {t('why.source')}
            </Link>
          )}
        </span>
        <span className={styles.code}>{one.rule}</span>
      </span>
      {one.inferred && (
        <span className={styles.second}>{t('why.inferred')}</span>
      )}
    </li>
  );
  return (
    <section>
      <h3 className={styles.title}>
        {verdict.name === 'pending'
          ? t('why.verdictPending')
          : t('why.verdict', {
              verdict: t(`deployments.verdicts.${verdict.name}`),
            })}
      </h3>
      {verdict.correction && (
        <p className={styles.text}>
          {t('correct.by', {
            who: refName(verdict.correction.by),
            date: formats.instant(new Date(verdict.correction.at), 'short'),
            reason: verdict.correction.reason,
          })}
        </p>
      )}
      {evidence.length === 0 ? (
        <p className={styles.text}>{t('why.noEvidence')}</p>
      ) : (
        <>
          <ul className={styles.list}>{evidence.map(item)}</ul>
          <p className={styles.second}>{t('why.events', { count: events })}</p>
        </>
      )}
    </section>
  );
}

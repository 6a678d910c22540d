import { Link } from '@backstage/ui';
import type {
  Deployment,
  ShippedChange,
} from '@plimsoll/plugin-stability-common';
import { confidenceLevel, useVoice } from '../words';
import styles from './explanation.module.css';

/** @internal */
export interface ChangesSectionProps {
  deployment: Pick<Deployment, 'changes'>;
}

/** The changes that a deployment was the first to ship. */
export function ChangesSection(props: ChangesSectionProps) {
  const { changes } = props.deployment;
  const { formats, t } = useVoice();
  const nameOf = ({ title, number, sha }: ShippedChange) =>
    [title, number ?? sha.slice(0, 7)].filter(Boolean).join(' ');
  return (
    <section>
      <h3 className={styles.title}>{t('why.changes')}</h3>
      {changes.length === 0 && (
        <p className={styles.text}>{t('why.changesNone')}</p>
      )}
      <ul className={styles.list}>
        {changes.map(change => (
          <li key={change.sha} className={styles.item}>
            {change.url ? (
              <Link href={change.url} target="_blank">
                {nameOf(change)}
              </Link>
            ) : (
              nameOf(change)
            )}
            {change.leadSeconds !== undefined && (
              <p className={styles.second}>
                {t(
                  change.basis === 'merge'
                    ? 'why.changeLeadMerge'
                    : 'why.changeLead',
                  { duration: formats.duration(change.leadSeconds) },
                )}
              </p>
            )}
            {change.inferred && (
              <p className={styles.second}>
                {t(`why.changeInferred.${change.inferred.from}`, {
                  confidence: t(
                    `confidence.${confidenceLevel(change.inferred.confidence)}`,
                  ),
                })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

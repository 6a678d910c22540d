import { useNow, VerdictMark } from '@plimsoll/plugin-plimsoll-react';
import { useVoice, verdictGrounds, verdictKind } from '../words';
import { CorrectButton } from './CorrectButton';
import type { DeploymentListProps } from './DeploymentListProps';
import { DeploymentName } from './DeploymentName';
import { BudgetText } from './BudgetText';
import { LeadText } from './LeadText';
import { LiveSince } from './LiveSince';
import styles from './DeploymentList.module.css';

/** Deployments on a narrow screen, each as a few lines. */
export function DeploymentList(props: DeploymentListProps) {
  const { deployments, index, selected, onShow, onCorrect } = props;
  const voice = useVoice();
  const { t } = voice;
  const now = useNow();
  return (
    <ul className={styles.list} aria-label={t('deployments.title')}>
      {deployments.map(deployment => (
        <li
          key={deployment.id}
          className={styles.item}
          data-tone={verdictKind(deployment.verdict)}
        >
          <span className={styles.first}>
            <DeploymentName
              deployment={deployment}
              open={deployment.id === selected}
              onShow={onShow}
            />
            <LiveSince deployment={deployment} />
          </span>
          <span className={styles.verdict}>
            <VerdictMark verdict={verdictKind(deployment.verdict)} />
            <CorrectButton deployment={deployment} onCorrect={onCorrect} />
          </span>
          <span className={styles.evidence}>
            {verdictGrounds({ deployment, index, now, ...voice }).join(
              ' \u00b7 ',
            )}
          </span>
          <dl className={styles.figures}>
            <div>
              <dt>{t('deployments.lead')}</dt>
              <dd>
                <LeadText deployment={deployment} />
              </dd>
            </div>
            {deployment.type !== 'rollback' && (
              <div>
                <dt>{t('deployments.budget')}</dt>
                <dd>
                  <BudgetText deployment={deployment} />
                </dd>
              </div>
            )}
          </dl>
        </li>
      ))}
    </ul>
  );
}

import {
  describeError,
  VerdictMark,
  ViewMessage,
} from '@plimsoll/plugin-plimsoll-react';
import { stabilityReadPermission } from '@plimsoll/plugin-stability-common';
import { ReadState } from '../empty';
import { useDeployment } from '../queries/useDeployment';
import { useVoice, verdictKind, type FactIndex } from '../words';
import { ChangesSection } from './ChangesSection';
import { EvidenceSection } from './EvidenceSection';
import { TimesSection } from './TimesSection';
import styles from './explanation.module.css';

/** @internal */
export interface DeploymentContentProps {
  id: string;
  index: FactIndex;
}

/** What a deployment did, and why its verdict is what it is. */
export function DeploymentContent(props: DeploymentContentProps) {
  const { id, index } = props;
  const { formats, t } = useVoice();
  const read = useDeployment(id);
  const deployment = read.data ?? index.deployments.get(id);
  if (!deployment) {
    return read.error && describeError(read.error).kind === 'not-found' ? (
      <ViewMessage kind="not-found" title={t('why.notFound')}>
        {t('why.notFoundWhy')}
      </ViewMessage>
    ) : (
      <ReadState
        polled={read}
        title={t('error.deployments')}
        permission={stabilityReadPermission.name}
      />
    );
  }
  const { budgetBurned } = deployment;
  return (
    <div className={styles.content}>
      <VerdictMark verdict={verdictKind(deployment.verdict)} />
      <EvidenceSection deployment={deployment} index={index} />
      <TimesSection deployment={deployment} />
      {budgetBurned && (
        <section>
          <h3 className={styles.title}>{t('why.budget')}</h3>
          <p className={styles.text}>
            {t('why.budgetLine', {
              objective: budgetBurned.displayName,
              share: formats.share(budgetBurned.share),
            })}
          </p>
        </section>
      )}
      <ChangesSection deployment={deployment} />
    </div>
  );
}

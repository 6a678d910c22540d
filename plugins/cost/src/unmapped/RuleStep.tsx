import { CodeBlock, CopyButton } from '@plimsoll/plugin-plimsoll-react';
import type { UnmappedCost } from '@plimsoll/plugin-cost-common';
import { useVoice } from '../words';
import { mappingMatch } from './mappingMatch';
import { ruleText } from './ruleText';
import styles from './MappingWizard.module.css';

/** @internal */
export interface RuleStepProps {
  cost: UnmappedCost;
  entityRef: string | undefined;
}

/** What to write into app-config, where no annotation can say it. */
export function RuleStep(props: RuleStepProps) {
  const { cost, entityRef } = props;
  const { t } = useVoice();
  if (!entityRef) {
    return <p className={styles.text}>{t('wizard.ruleNone')}</p>;
  }
  const text = ruleText({ match: mappingMatch(cost), entityRef });
  return (
    <div className={styles.step}>
      <p className={styles.text}>{t('wizard.ruleWhy')}</p>
      <CodeBlock label={t('wizard.ruleLabel')}>{text}</CodeBlock>
      <div className={styles.actions}>
        <CopyButton
          variant="primary"
          text={text}
          label={t('wizard.ruleCopy')}
        />
      </div>
    </div>
  );
}

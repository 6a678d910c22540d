import { Button, ButtonLink } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  costBudgetWritePermission,
  type Saving,
} from '@plimsoll/plugin-cost-common';
import { costApiRef } from '../api';
import { ExplainSection } from '../explanation/ExplainSection';
import { SaveError } from '../writing/SaveError';
import { useSave } from '../writing/useSave';
import { useVoice } from '../words';
import { byHandText } from './byHandText';
import { useChangePath } from './useChangePath';
import styles from './SavingNextStep.module.css';

/** @internal */
export interface SavingNextStepProps {
  saving: Saving;
  onApplied(): void;
}

/** Opens the change, and keeps that it was opened. */
export function SavingNextStep(props: SavingNextStepProps) {
  const { saving, onApplied } = props;
  const { t } = useVoice();
  const costApi = useApi(costApiRef);
  const path = useChangePath()(saving);
  const { saves, error, save } = useSave({ onSaved: onApplied });
  if (saving.guard.state === 'held-back') {
    return null;
  }
  return (
    <ExplainSection title={t('saving.next')}>
      <p className={styles.text}>
        {path ? t('saving.nextText') : byHandText({ saving, t })}
      </p>
      {!path && <p className={styles.text}>{t('saving.markText')}</p>}
      <div className={styles.actions}>
        {path && (
          <ButtonLink variant="primary" href={path}>
            {t('savings.openChange')}
          </ButtonLink>
        )}
        <Button
          variant={path ? 'secondary' : 'primary'}
          isPending={saves}
          onPress={() => save(() => costApi.markSavingApplied(saving.id))}
        >
          {path ? t('saving.markApplied') : t('saving.markMade')}
        </Button>
      </div>
      <SaveError error={error} permission={costBudgetWritePermission.name} />
    </ExplainSection>
  );
}

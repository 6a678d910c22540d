import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup } from '@backstage/ui';
import { refName, useNow } from '@plimsoll/plugin-plimsoll-react';
import type {
  CorrectVerdictRequest,
  Deployment,
} from '@plimsoll/plugin-stability-common';
import { stabilityApiRef } from '../api';
import { CorrectionDialog, useSaving } from '../correction';
import {
  deploymentName,
  useVoice,
  verdictGrounds,
  type FactIndex,
} from '../words';

/** @internal */
export interface CorrectVerdictDialogProps {
  deployment: Deployment;
  index: FactIndex;
  onClose(): void;
  onCorrected(): void;
}

/** Verdicts that a person may give. */
const CHOICES: readonly CorrectVerdictRequest['verdict'][] = [
  'clean',
  'failed',
  'prevented',
];

/** A person overrules the rules, with a reason, or takes that back. */
export function CorrectVerdictDialog(props: CorrectVerdictDialogProps) {
  const { deployment, index, onClose, onCorrected } = props;
  const { id } = deployment;
  const stabilityApi = useApi(stabilityApiRef);
  const voice = useVoice();
  const { formats, t } = voice;
  const now = useNow();
  const { correction } = deployment.verdict;
  const [verdict, setVerdict] = useState<CorrectVerdictRequest['verdict']>();
  const { saving, error, save } = useSaving(onCorrected);

  return (
    <CorrectionDialog
      title={t('correct.title', { version: deploymentName(deployment) })}
      now={
        correction
          ? t('correct.by', {
              who: refName(correction.by),
              date: formats.instant(new Date(correction.at), 'short'),
              reason: correction.reason,
            })
          : verdictGrounds({ deployment, index, now, ...voice }).join(
              ' \u00b7 ',
            )
      }
      chosen={verdict !== undefined}
      consequence={t('correct.public')}
      save={t('correct.save')}
      saving={saving}
      error={error}
      onSave={reason =>
        verdict &&
        save(() => stabilityApi.correctVerdict(id, { verdict, reason }))
      }
      undo={
        correction && {
          label: t('correct.undo'),
          onUndo: reason =>
            save(() => stabilityApi.undoVerdict(id, { reason })),
        }
      }
      onClose={onClose}
    >
      <RadioGroup
        label={t('correct.verdict')}
        value={verdict ?? null}
        onChange={value => setVerdict(CHOICES.find(choice => choice === value))}
      >
        {CHOICES.map(choice => (
          <Radio key={choice} value={choice}>
            {t(`correct.${choice}`)}
          </Radio>
        ))}
      </RadioGroup>
    </CorrectionDialog>
  );
}

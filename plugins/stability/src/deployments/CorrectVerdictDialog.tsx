import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Radio,
  RadioGroup,
  TextAreaField,
} from '@backstage/ui';
import { refName, useFormats, useNow } from '@plimsoll/plugin-plimsoll-react';
import type { Deployment } from '@plimsoll/plugin-stability-common';
import {
  deploymentName,
  useVoice,
  verdictGrounds,
  type FactIndex,
} from '../words';
import { SaveError } from './SaveError';
import { useCorrection, type CorrectableVerdict } from './useCorrection';
import styles from './CorrectVerdictDialog.module.css';

/** @internal */
export interface CorrectVerdictDialogProps {
  deployment: Deployment;
  index: FactIndex;
  onClose(): void;
  onCorrected(): void;
}

/** Verdicts that a person may give. */
const CHOICES: readonly CorrectableVerdict[] = ['clean', 'failed', 'prevented'];

/** Characters that a reason must have; the backend says so too. */
const SHORTEST_REASON = 10;

/** A person overrules the rules, with a reason, or takes that back. */
export function CorrectVerdictDialog(props: CorrectVerdictDialogProps) {
  const { deployment, index, onClose, onCorrected } = props;
  const voice = useVoice();
  const { t } = voice;
  const formats = useFormats();
  const now = useNow();
  const { correction } = deployment.verdict;
  const [verdict, setVerdict] = useState<CorrectableVerdict>();
  const [reason, setReason] = useState('');
  const { saving, error, correct, undo } = useCorrection({
    deployment,
    onCorrected,
  });
  const reasoned = reason.trim().length >= SHORTEST_REASON;

  return (
    <Dialog
      isOpen
      width={520}
      isDismissable={!saving}
      onOpenChange={open => !open && onClose()}
    >
      <DialogHeader>
        {t('correct.title', { version: deploymentName(deployment) })}
      </DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          <p className={styles.now}>
            {correction
              ? t('correct.by', {
                  who: refName(correction.by),
                  date: formats.instant(new Date(correction.at), 'short'),
                  reason: correction.reason,
                })
              : verdictGrounds({ deployment, index, now, ...voice }).join(
                  ' \u00b7 ',
                )}
          </p>
          <RadioGroup
            label={t('correct.verdict')}
            value={verdict ?? null}
            onChange={value =>
              setVerdict(CHOICES.find(choice => choice === value))
            }
          >
            {CHOICES.map(choice => (
              <Radio key={choice} value={choice}>
                {t(`correct.${choice}`)}
              </Radio>
            ))}
          </RadioGroup>
          <TextAreaField
            label={t('correct.reason')}
            description={t('correct.reasonHint')}
            value={reason}
            onChange={setReason}
            maxLength={1000}
          />
          <p className={styles.public}>{t('correct.public')}</p>
          <SaveError error={error} />
        </div>
      </DialogBody>
      <DialogFooter>
        {correction && (
          <Button
            variant="secondary"
            isDisabled={!reasoned || saving}
            onPress={() => undo(reason.trim())}
          >
            {t('correct.undo')}
          </Button>
        )}
        <Button variant="secondary" onPress={onClose} isDisabled={saving}>
          {t('correct.cancel')}
        </Button>
        <Button
          variant="primary"
          isPending={saving}
          isDisabled={!verdict || !reasoned}
          onPress={() => verdict && correct(verdict, reason.trim())}
        >
          {t('correct.save')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

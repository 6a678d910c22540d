import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Incident } from '@plimsoll/plugin-stability-common';
import { stabilityApiRef } from '../api';
import { CorrectionDialog, useSaving } from '../correction';
import { useVoice, type FactIndex } from '../words';
import { causeText } from './causeText';
import { SuspectChoice, type Suspicion } from './SuspectChoice';

/** @internal */
export interface CorrectCauseDialogProps {
  incident: Incident;
  index: FactIndex;
  onClose(): void;
  onCorrected(): void;
}

/**
 * A person says which deployment an incident came from, or that none did, with
 * a reason, or takes that back.
 */
export function CorrectCauseDialog(props: CorrectCauseDialogProps) {
  const { incident, index, onClose, onCorrected } = props;
  const { id, label, correction } = incident;
  const stabilityApi = useApi(stabilityApiRef);
  const voice = useVoice();
  const { t } = voice;
  const [suspicion, setSuspicion] = useState<Suspicion>();
  const { saving, error, save } = useSaving(onCorrected);
  return (
    <CorrectionDialog
      title={t('cause.title', { label })}
      now={causeText({ incident, index, ...voice })}
      chosen={suspicion !== undefined}
      consequence={t('cause.public')}
      save={t('cause.save')}
      saving={saving}
      error={error}
      onSave={reason =>
        suspicion &&
        save(() =>
          stabilityApi.correctCause(id, {
            ...(suspicion.deploymentId && {
              deploymentId: suspicion.deploymentId,
            }),
            reason,
          }),
        )
      }
      undo={
        correction && {
          label: t('correct.undo'),
          onUndo: reason => save(() => stabilityApi.undoCause(id, { reason })),
        }
      }
      onClose={onClose}
    >
      <SuspectChoice
        incident={incident}
        suspicion={suspicion}
        onChoose={setSuspicion}
      />
    </CorrectionDialog>
  );
}

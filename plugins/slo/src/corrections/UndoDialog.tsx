import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '@plimsoll/plugin-plimsoll-react';
import type { SloCorrection } from '@plimsoll/plugin-slo-common';
import { sloApiRef } from '../api';
import { sloTranslationRef } from '../translation';
import { useSaving } from './useSaving';
import { WordDialog } from './WordDialog';

/** @internal */
export interface UndoDialogProps {
  correction: SloCorrection;
  onClose(): void;
  onSaved(): void;
}

/** A person takes a correction back, with a reason. */
export function UndoDialog(props: UndoDialogProps) {
  const { correction, onClose, onSaved } = props;
  const sloApi = useApi(sloApiRef);
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const { saving, error, save } = useSaving(onSaved);
  return (
    <WordDialog
      title={t('correction.undoTitle')}
      what={t('correction.undoWhat', {
        from: formats.instant(new Date(correction.from), 'short'),
        to: formats.instant(new Date(correction.to), 'short'),
      })}
      complete
      save={t('correction.undoSave')}
      saving={saving}
      error={error}
      onClose={onClose}
      onSave={reason =>
        save(() => sloApi.undoCorrection(correction.id, { reason }))
      }
    />
  );
}

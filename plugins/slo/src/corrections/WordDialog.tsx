import { useState, type ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextAreaField,
} from '@backstage/ui';
import { CORRECTION_LIMITS, reasonFaults } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { SaveError } from './SaveError';
import styles from './WordDialog.module.css';

/** @internal */
export interface WordDialogProps {
  title: string;
  /** What will come of it. */
  what: string;
  /** What else is to be said. */
  children?: ReactNode;
  /** All of it is said, but for the reason. */
  complete: boolean;
  /** Where name and reason will stand. */
  consequence?: string;
  /** Words of the button that saves. */
  save: string;
  saving: boolean;
  error: unknown;
  onSave(reason: string): void;
  onClose(): void;
}

/** A person says something about a budget, with a reason. */
export function WordDialog(props: WordDialogProps) {
  const { title, what, children, complete, consequence, save } = props;
  const { saving, error, onSave, onClose } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const [reason, setReason] = useState('');
  const told = reason.trim();
  return (
    <Dialog
      isOpen
      width={560}
      isDismissable={!saving}
      onOpenChange={open => !open && onClose()}
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          <p className={styles.now}>{what}</p>
          {children}
          <TextAreaField
            label={t('correction.reason')}
            description={t('correction.reasonHint')}
            value={reason}
            onChange={setReason}
            maxLength={CORRECTION_LIMITS.maxReason}
          />
          {consequence && <p className={styles.public}>{consequence}</p>}
          <SaveError error={error} />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose} isDisabled={saving}>
          {t('correction.cancel')}
        </Button>
        <Button
          variant="primary"
          isPending={saving}
          isDisabled={!complete || reasonFaults(told).length > 0}
          onPress={() => onSave(told)}
        >
          {save}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

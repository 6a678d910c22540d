import { useState, type ReactNode } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextAreaField,
} from '@backstage/ui';
import { useVoice } from '../words';
import { SaveError } from './SaveError';
import styles from './CorrectionDialog.module.css';

/** @internal */
export interface CorrectionDialogProps {
  title: string;
  /** What holds now, and what it rests on. */
  now: string;
  /** The choice that a person makes. */
  children: ReactNode;
  /** Something is chosen. */
  chosen: boolean;
  /** Where name and reason will stand. */
  consequence: string;
  /** Words of the button that saves. */
  save: string;
  saving: boolean;
  error: unknown;
  onSave(reason: string): void;
  /** Takes back what a person said before. */
  undo?: { label: string; onUndo(reason: string): void };
  onClose(): void;
}

/** Characters that a reason must have; the backend says so too. */
const SHORTEST_REASON = 10;

/** A person overrules what rules found, with a reason. */
export function CorrectionDialog(props: CorrectionDialogProps) {
  const { title, now, children, chosen, consequence, save, undo } = props;
  const { saving, error, onSave, onClose } = props;
  const { t } = useVoice();
  const [reason, setReason] = useState('');
  const told = reason.trim();
  const reasoned = told.length >= SHORTEST_REASON;
  return (
    <Dialog
      isOpen
      width={520}
      isDismissable={!saving}
      onOpenChange={open => !open && onClose()}
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          <p className={styles.now}>{now}</p>
          {children}
          <TextAreaField
            label={t('correct.reason')}
            description={t('correct.reasonHint')}
            value={reason}
            onChange={setReason}
            maxLength={1000}
          />
          <p className={styles.public}>{consequence}</p>
          <SaveError error={error} />
        </div>
      </DialogBody>
      <DialogFooter>
        {undo && (
          <Button
            variant="secondary"
            isDisabled={!reasoned || saving}
            onPress={() => undo.onUndo(told)}
          >
            {undo.label}
          </Button>
        )}
        <Button variant="secondary" onPress={onClose} isDisabled={saving}>
          {t('correct.cancel')}
        </Button>
        <Button
          variant="primary"
          isPending={saving}
          isDisabled={!chosen || !reasoned}
          onPress={() => onSave(told)}
        >
          {save}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

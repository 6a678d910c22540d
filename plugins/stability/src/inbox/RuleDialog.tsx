import {
  Button,
  Checkbox,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextField,
} from '@backstage/ui';
import {
  stabilityInboxManagePermission,
  type InboxItem,
} from '@plimsoll/plugin-stability-common';
import { SaveError } from '../correction';
import { useVoice } from '../words';
import { RulePreview } from './RulePreview';
import { ServiceField } from './ServiceField';
import { useRuleDraft } from './useRuleDraft';
import styles from './RuleDialog.module.css';

/** @internal */
export interface RuleDialogProps {
  /** The delivery that matched no service. */
  item: InboxItem;
  onClose(): void;
  onSaved(): void;
}

/** Says which service a sender means; a dry run tells what that would match. */
export function RuleDialog(props: RuleDialogProps) {
  const { item, onClose, onSaved } = props;
  const { t } = useVoice();
  const draft = useRuleDraft({ item, onSaved });

  return (
    <Dialog
      isOpen
      width={560}
      isDismissable={!draft.busy}
      onOpenChange={open => !open && onClose()}
    >
      <DialogHeader>{t('rule.title')}</DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          <Checkbox
            isSelected={draft.onlySource}
            onChange={draft.setOnlySource}
          >
            {t('rule.source', { source: item.source })}
          </Checkbox>
          <fieldset className={styles.conditions}>
            <legend className={styles.legend}>{t('rule.conditions')}</legend>
            {draft.conditions.map(({ type, pattern, used }, index) => (
              <div key={`${type} ${item.identity[index].value}`}>
                <Checkbox
                  isSelected={used}
                  onChange={next => draft.setCondition(index, { used: next })}
                >
                  {t('rule.use', { type: t(`delivery.types.${type}`) })}
                </Checkbox>
                <TextField
                  size="small"
                  aria-label={t('rule.pattern', {
                    type: t(`delivery.types.${type}`),
                  })}
                  description={t('rule.patternHint')}
                  isDisabled={!used}
                  value={pattern}
                  onChange={next =>
                    draft.setCondition(index, { pattern: next })
                  }
                />
              </div>
            ))}
          </fieldset>
          <ServiceField
            value={draft.entityRef}
            isValid={draft.isEntityRef}
            onChange={draft.setEntityRef}
          />
          <RulePreview preview={draft.preview} />
          <SaveError
            error={draft.error}
            permission={stabilityInboxManagePermission.name}
          />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose} isDisabled={draft.busy}>
          {t('rule.cancel')}
        </Button>
        <Button
          variant="secondary"
          isDisabled={!draft.rule || draft.busy}
          onPress={draft.dryRun}
        >
          {t('rule.dryRun')}
        </Button>
        <Button
          variant="primary"
          isPending={draft.busy}
          isDisabled={!draft.rule || !draft.preview}
          onPress={draft.save}
        >
          {t('rule.save')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

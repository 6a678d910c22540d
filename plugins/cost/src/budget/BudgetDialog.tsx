import { useState } from 'react';
import {
  Button,
  Checkbox,
  CheckboxGroup,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  NumberField,
} from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { refName } from '@plimsoll/plugin-plimsoll-react';
import {
  costBudgetWritePermission,
  type ServiceCost,
} from '@plimsoll/plugin-cost-common';
import { costApiRef } from '../api';
import { useVoice } from '../words';
import { SaveError } from '../writing/SaveError';
import { useSave } from '../writing/useSave';
import { budgetHint } from './budgetHint';
import styles from './BudgetDialog.module.css';

/** @internal */
export interface BudgetDialogProps {
  cost: ServiceCost;
  onClose(): void;
  onSaved(): void;
}

/** Shares of a budget at which its owners may be told. */
const SHARES = [0.5, 0.8, 1] as const;

/** Sets what a service may cost a month, or takes that back. */
export function BudgetDialog(props: BudgetDialogProps) {
  const { cost, onClose, onSaved } = props;
  const { entityRef, title, budget, proof } = cost;
  const { currency } = proof;
  const voice = useVoice();
  const { formats, t } = voice;
  const costApi = useApi(costApiRef);
  const [amount, setAmount] = useState(
    budget ? Number(budget.amount) : undefined,
  );
  const [notifyAt, setNotifyAt] = useState<string[]>(
    (budget?.notifyAt ?? [0.8, 1]).map(String),
  );
  const { saves, error, save } = useSave({ onSaved });
  const usable = amount !== undefined && amount > 0;

  return (
    <Dialog
      isOpen
      width={480}
      isDismissable={!saves}
      onOpenChange={open => !open && onClose()}
    >
      <DialogHeader>{t('budget.title', { service: title })}</DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          <NumberField
            label={t('budget.amount', { currency })}
            description={budgetHint({ cost, ...voice })}
            value={amount ?? NaN}
            onChange={value =>
              setAmount(Number.isNaN(value) ? undefined : value)
            }
            minValue={0}
            formatOptions={{ maximumFractionDigits: 2 }}
          />
          <CheckboxGroup
            label={t('budget.notify')}
            description={t('budget.notifyHint')}
            value={notifyAt}
            onChange={setNotifyAt}
          >
            {SHARES.map(share => (
              <Checkbox key={share} value={String(share)}>
                {t('budget.share', {
                  share: formats.share(share, { decimals: 0 }),
                })}
              </Checkbox>
            ))}
          </CheckboxGroup>
          {budget && <p className={styles.by}>{byText()}</p>}
          <SaveError
            error={error}
            permission={costBudgetWritePermission.name}
          />
        </div>
      </DialogBody>
      <DialogFooter>
        {budget?.from === 'person' && (
          <Button
            variant="secondary"
            isDisabled={saves}
            onPress={() => save(() => costApi.removeBudget(entityRef))}
          >
            {t('budget.remove')}
          </Button>
        )}
        <Button variant="secondary" isDisabled={saves} onPress={onClose}>
          {t('budget.cancel')}
        </Button>
        <Button
          variant="primary"
          isPending={saves}
          isDisabled={!usable}
          onPress={() =>
            usable &&
            save(() =>
              costApi.setBudget(entityRef, {
                amount: amount.toFixed(2),
                currency,
                notifyAt: notifyAt.map(Number).sort((a, b) => a - b),
              }),
            )
          }
        >
          {t('budget.save')}
        </Button>
      </DialogFooter>
    </Dialog>
  );

  function byText(): string {
    return budget?.from === 'person' && budget.setBy && budget.setAt
      ? t('budget.by', {
          who: refName(budget.setBy),
          day: formats.instant(new Date(budget.setAt), 'date'),
        })
      : t('budget.fromConfig');
  }
}

import { useState } from 'react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup } from '@backstage/ui';
import { refName, useNow } from '@plimsoll/plugin-plimsoll-react';
import {
  correctionFaults,
  type CorrectionFault,
  type ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import { sloApiRef } from '../api';
import type { CustomRange } from '../range';
import { sloTranslationRef } from '../translation';
import { ExcludedTime } from './ExcludedTime';
import { InstantField } from './InstantField';
import { localSeconds, toLocalInstant } from './localInstant';
import { useSaving } from './useSaving';
import { WordDialog } from './WordDialog';
import styles from './ExcludeDialog.module.css';

/** @internal */
export interface ExcludeDialogProps {
  objective: ObjectiveStatus;
  /** The stretch that was chosen on a chart: what is meant, most likely. */
  chosen?: CustomRange;
  onClose(): void;
  onSaved(): void;
}

const SCOPES = ['objective', 'service'] as const;

/** A person excludes a stretch of time from a budget, with a reason. */
export function ExcludeDialog(props: ExcludeDialogProps) {
  const { objective, chosen, onClose, onSaved } = props;
  const { ref, objective: name, entityRef, displayName } = objective;
  const sloApi = useApi(sloApiRef);
  const { t } = useTranslationRef(sloTranslationRef);
  const now = useNow();
  const [from, setFrom] = useState(localOf(chosen?.from));
  const [to, setTo] = useState(localOf(chosen?.to));
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('objective');
  const { saving, error, save } = useSaving(onSaved);

  const asked = { from: localSeconds(from), to: localSeconds(to) };
  const faults = correctionFaults({
    ...asked,
    reason: 'judged by its own field',
    now: now.getTime() / 1000,
  });
  const shown = from !== '' && to !== '' ? faults : [];
  const faultOf = (field: CorrectionFault['field']) => {
    const fault = shown.find(each => each.field === field);
    return fault && t(`correction.faults.${fault.code}`);
  };
  const at = (seconds: number) => new Date(seconds * 1000);
  const service = refName(entityRef);
  return (
    <WordDialog
      title={t('correction.dialogTitle')}
      what={t('correction.dialogWhat')}
      complete={faults.length === 0}
      consequence={t('correction.public')}
      save={t('correction.save')}
      saving={saving}
      error={error}
      onClose={onClose}
      onSave={reason =>
        save(() =>
          sloApi.createCorrection({
            entityRef,
            ...(scope === 'objective' && {
              objective: { ref, objective: name },
            }),
            from: at(asked.from).toISOString(),
            to: at(asked.to).toISOString(),
            reason,
          }),
        )
      }
    >
      <div className={styles.times}>
        <InstantField
          label={t('correction.from')}
          value={from}
          fault={faultOf('from')}
          onChange={setFrom}
        />
        <InstantField
          label={t('correction.to')}
          value={to}
          fault={faultOf('to')}
          onChange={setTo}
        />
      </div>
      {faults.length === 0 && (
        <ExcludedTime
          asked={asked}
          ofService={scope === 'service'}
          sliceSeconds={objective.sliceSeconds}
        />
      )}
      <RadioGroup
        label={t('correction.scope')}
        value={scope}
        onChange={value =>
          setScope(SCOPES.find(each => each === value) ?? 'objective')
        }
      >
        <Radio value="objective">
          {t('correction.scopeObjective', { objective: displayName })}
        </Radio>
        <Radio value="service">
          {t('correction.scopeService', { service })}
        </Radio>
      </RadioGroup>
    </WordDialog>
  );
}

function localOf(instant: string | undefined): string {
  return instant === undefined ? '' : toLocalInstant(new Date(instant));
}

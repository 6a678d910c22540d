import { useState } from 'react';
import { Button, Radio, RadioGroup } from '@backstage/ui';
import { stabilityReadPermission } from '@plimsoll/plugin-stability-common';
import type { Incident } from '@plimsoll/plugin-stability-common';
import { ReadState } from '../empty';
import { useSuspects } from '../queries/useSuspects';
import { useVoice } from '../words';
import { suspectText } from './suspectText';
import styles from './SuspectChoice.module.css';

/** What a person chose. */
export interface Suspicion {
  /** Absent: no deployment caused the incident. */
  deploymentId?: string;
}

/** @internal */
export interface SuspectChoiceProps {
  incident: Incident;
  suspicion: Suspicion | undefined;
  onChoose(suspicion: Suspicion): void;
}

/** No deployment has this id. */
const NONE = '*';

/** Deployments that are offered at first, and more with each "Show older". */
const STEP = 5;

/** The deployments before an incident, and that it came from none of them. */
export function SuspectChoice(props: SuspectChoiceProps) {
  const { incident, suspicion, onChoose } = props;
  const voice = useVoice();
  const { t } = voice;
  const [limit, setLimit] = useState(STEP);
  const suspects = useSuspects({ incident, limit });
  const { data } = suspects;
  if (!data) {
    return (
      <ReadState
        polled={suspects}
        title={t('error.deployments')}
        permission={stabilityReadPermission.name}
        rows={3}
      />
    );
  }
  return (
    <div className={styles.choice}>
      <RadioGroup
        label={t('cause.choice')}
        value={suspicion ? suspicion.deploymentId ?? NONE : null}
        onChange={value =>
          onChoose(value === NONE ? {} : { deploymentId: value })
        }
      >
        {data.items.map(deployment => (
          <Radio key={deployment.id} value={deployment.id}>
            {suspectText({ deployment, incident, ...voice })}
          </Radio>
        ))}
        <Radio value={NONE}>{t('cause.none')}</Radio>
      </RadioGroup>
      {data.totalItems > data.items.length && (
        <Button variant="tertiary" onPress={() => setLimit(limit + STEP)}>
          {t('deployments.older')}
        </Button>
      )}
    </div>
  );
}

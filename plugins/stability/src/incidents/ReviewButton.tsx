import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button, ButtonIcon } from '@backstage/ui';
import type { Incident } from '@plimsoll/plugin-stability-common';
import { RiDownload2Line } from '@remixicon/react';
import { stabilityApiRef } from '../api';
import { useVoice } from '../words';
import { saveText } from './saveText';
import styles from './cells.module.css';

/** @internal */
export interface ReviewButtonProps {
  incident: Incident;
  /** There is no room for words. */
  compact?: boolean;
}

/** Downloads the post-incident review, filled in as far as facts go. */
export function ReviewButton(props: ReviewButtonProps) {
  const { incident, compact } = props;
  const { id, label } = incident;
  const stabilityApi = useApi(stabilityApiRef);
  const { t } = useVoice();
  const [state, setState] = useState<'ready' | 'reading' | 'failed'>('ready');

  const download = async () => {
    setState('reading');
    try {
      const text = await stabilityApi.getReview(id);
      saveText({ name: `${label}.md`, text });
      setState('ready');
    } catch {
      setState('failed');
    }
  };
  const shared = {
    variant: 'tertiary',
    'aria-label': t('incidents.downloadOf', { label }),
    isPending: state === 'reading',
    onPress: download,
  } as const;
  return (
    <>
      {compact ? (
        <ButtonIcon {...shared} icon={<RiDownload2Line />} />
      ) : (
        <Button {...shared} iconStart={<RiDownload2Line />}>
          {t('incidents.download')}
        </Button>
      )}
      {state === 'failed' && (
        <span className={styles.second} role="alert">
          {t('error.review')}
        </span>
      )}
    </>
  );
}

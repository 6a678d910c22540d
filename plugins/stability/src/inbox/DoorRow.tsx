import { useState } from 'react';
import { Button } from '@backstage/ui';
import { CodeBlock, CopyButton, useNow } from '@plimsoll/plugin-plimsoll-react';
import type { InboxPage } from '@plimsoll/plugin-stability-common';
import { useVoice } from '../words';
import { doorSetUp } from './doorSetUp';
import styles from './Doors.module.css';

/** @internal */
export interface DoorRowProps {
  door: InboxPage['sources'][number];
}

/**
 * Seconds after which a door that was in use is told as silent: no tool of the
 * whole portal deployed or alerted in a week, or its sender lost the way.
 */
const SILENT_SECONDS = 7 * 86_400;

/** One door: open or closed, what it heard, what it refused, its set-up. */
export function DoorRow(props: DoorRowProps) {
  const { source, configured, lastReceivedAt, recent } = props.door;
  const { formats, t } = useVoice();
  const now = useNow();
  const [shown, setShown] = useState(false);
  const silentSeconds = lastReceivedAt
    ? (now.getTime() - Date.parse(lastReceivedAt)) / 1000
    : 0;
  const ago = (iso: string) => formats.relative(new Date(iso), now);

  return (
    <li className={styles.door}>
      <span className={styles.source}>{source}</span>
      <span className={styles.state}>
        {configured && silentSeconds > SILENT_SECONDS && (
          <span className={styles.unknown}>
            {t('door.silentFor', { duration: formats.age(silentSeconds) })}
          </span>
        )}
        {configured && silentSeconds <= SILENT_SECONDS && (
          <>
            {t('door.open')}{' '}
            <span className={styles.second}>
              {lastReceivedAt
                ? t('door.heard', { ago: ago(lastReceivedAt) })
                : t('door.silent')}
              {recent && recent.heard > 0 && `, ${heard(recent)}`}
            </span>
          </>
        )}
        {!configured && (
          <>
            <span className={styles.unknown}>{t('door.closed')}</span>{' '}
            <span className={styles.second}>
              {doorSetUp(source).kind === 'polled'
                ? t('door.offWhy')
                : t('door.closedWhy')}
            </span>
          </>
        )}
        {recent?.lastRefusal && (
          <p className={styles.rejected}>
            {t(configured ? 'door.refused' : 'door.knocked', {
              count: recent.refused,
              total: formats.count(recent.refused),
              since: formats.instant(new Date(recent.since), 'date'),
              ago: ago(recent.lastRefusal.at),
            })}
            {configured && `: ${recent.lastRefusal.because}`}
          </p>
        )}
      </span>
      <Button
        variant={configured ? 'tertiary' : 'secondary'}
        aria-label={t('door.setUpOf', { source })}
        aria-expanded={shown}
        onPress={() => setShown(!shown)}
      >
        {shown ? t('door.hide') : t('door.setUp')}
      </Button>
      {shown && <SetUp source={source} />}
    </li>
  );

  function heard({ heard: count, since }: { heard: number; since: string }) {
    return t('door.heardSince', {
      count,
      total: formats.count(count),
      since: formats.instant(new Date(since), 'date'),
    });
  }
}

function SetUp(props: { source: string }) {
  const { source } = props;
  const { t } = useVoice();
  const { kind, config, path } = doorSetUp(source);
  return (
    <div className={styles.setUp}>
      <CodeBlock label={t('door.config')}>{config}</CodeBlock>
      <p>
        {kind === 'webhook' && t('door.address', { source, path })}
        {kind === 'events' && t('door.addressEvents', { path })}
        {kind === 'polled' && t('door.addressPolled')}
      </p>
      <CopyButton text={config} />
    </div>
  );
}

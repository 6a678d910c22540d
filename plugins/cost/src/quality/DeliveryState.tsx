import {
  RiCheckboxCircleLine,
  RiCloseCircleFill,
  RiFolderUnknowLine,
  RiHourglassLine,
  RiLinkUnlink,
} from '@remixicon/react';
import type { DataQuality } from '@plimsoll/plugin-cost-common';
import { useVoice } from '../words';
import styles from './quality.module.css';

/** @internal */
export interface DeliveryStateProps {
  state: DataQuality['deliveries'][number]['state'] | 'gone';
}

const ICONS = {
  read: RiCheckboxCircleLine,
  refused: RiCloseCircleFill,
  failing: RiLinkUnlink,
  reading: RiHourglassLine,
  gone: RiFolderUnknowLine,
} as const;

/** What became of a delivery, as a sign and a word. */
export function DeliveryState(props: DeliveryStateProps) {
  const { state } = props;
  const { t } = useVoice();
  const Icon = ICONS[state];
  return (
    <span className={styles.state} data-state={state}>
      <Icon size={15} aria-hidden />
      {t(`quality.states.${state}`)}
    </span>
  );
}

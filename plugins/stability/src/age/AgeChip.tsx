import { StateChip, useNow } from '@plimsoll/plugin-plimsoll-react';
import { useVoice } from '../words';

/** @internal */
export interface AgeChipProps {
  /** Since when the figures are what they are. */
  since: Date;
}

/** Says that figures are not known any more, and how old they are. */
export function AgeChip(props: AgeChipProps) {
  const { since } = props;
  const { formats, t } = useVoice();
  const seconds = (useNow().getTime() - since.getTime()) / 1000;
  return (
    <StateChip
      state="unknown"
      label={t('age.unknownFor', {
        duration: formats.age(Math.max(1, seconds)),
      })}
    />
  );
}

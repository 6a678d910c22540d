import type { ReactNode } from 'react';
import { TwoLines } from '@plimsoll/plugin-plimsoll-react';
import type { CostChange } from '@plimsoll/plugin-cost-common';
import { changeFigure, dayText, isNotable, useVoice } from '../words';

/** @internal */
export interface ChangeTextProps {
  change: CostChange | undefined;
  currency: string;
  /** Last day that is known of it, where a bill of it is late. */
  knownTo?: string;
  /** The figure that changed. */
  children: ReactNode;
}

/** A figure, and below it how it changed; bold past what weeks differ by. */
export function ChangeText(props: ChangeTextProps) {
  const { change, currency, knownTo, children } = props;
  const { formats, t } = useVoice();
  const figure = change && changeFigure({ change, currency, formats });
  const text = knownTo
    ? [figure, t('change.knownTo', { day: dayText(knownTo, { formats }) })]
        .filter(part => part !== undefined)
        .join(', ')
    : figure;
  return (
    <TwoLines
      second={isNotable(change?.ratio) ? <strong>{text}</strong> : text}
    >
      {children}
    </TwoLines>
  );
}

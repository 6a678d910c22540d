import type { ReactNode } from 'react';
import { TwoLines } from '@plimsoll/plugin-plimsoll-react';
import type { CostChange } from '@plimsoll/plugin-cost-common';
import { changeFigure, isNotable, useVoice } from '../words';

/** @internal */
export interface ChangeTextProps {
  change: CostChange | undefined;
  currency: string;
  /** The figure that changed. */
  children: ReactNode;
}

/** A figure, and below it how it changed; bold past what weeks differ by. */
export function ChangeText(props: ChangeTextProps) {
  const { change, currency, children } = props;
  const { formats } = useVoice();
  const text = change && changeFigure({ change, currency, formats });
  return (
    <TwoLines
      second={isNotable(change?.ratio) ? <strong>{text}</strong> : text}
    >
      {children}
    </TwoLines>
  );
}

import type { Formats } from '@plimsoll/plugin-plimsoll-react';
import {
  BURN_WINDOW_SECONDS,
  BURN_WINDOWS,
  type BurnWindow,
} from '@plimsoll/plugin-slo-common';

/** A burn window in words: "1 h", "3 d". */
export function burnWindowText(window: BurnWindow, formats: Formats): string {
  return formats.duration(BURN_WINDOW_SECONDS[window]);
}

/** @internal */
export function isBurnWindow(value: unknown): value is BurnWindow {
  return BURN_WINDOWS.some(window => window === value);
}

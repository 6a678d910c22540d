import type { InboxState } from '@plimsoll/plugin-stability-common';
import {
  RiCheckLine,
  RiHourglassLine,
  RiLinkUnlink,
  RiSubtractLine,
  RiErrorWarningLine,
  type RemixiconComponentType,
} from '@remixicon/react';

/** The sign of each state of a delivery: shape first. */
export const stateIcons: Record<InboxState, RemixiconComponentType> = {
  done: RiCheckLine,
  waiting: RiHourglassLine,
  unmatched: RiLinkUnlink,
  dead: RiErrorWarningLine,
  ignored: RiSubtractLine,
};

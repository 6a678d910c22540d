import {
  RiCheckboxCircleLine,
  RiCloseCircleFill,
  RiEyeOffLine,
  RiFireLine,
  RiHourglassLine,
  RiIndeterminateCircleLine,
  RiLinkUnlink,
  RiMoonLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { ObjectiveState } from './ObjectiveState';

/** The sign of each state: shape first, colour second. */
export const stateIcons: Record<ObjectiveState, RemixiconComponentType> = {
  ok: RiCheckboxCircleLine,
  burning: RiFireLine,
  exhausted: RiCloseCircleFill,
  'no-traffic': RiMoonLine,
  'no-data': RiEyeOffLine,
  unknown: RiLinkUnlink,
  insufficient: RiIndeterminateCircleLine,
  'warming-up': RiHourglassLine,
};

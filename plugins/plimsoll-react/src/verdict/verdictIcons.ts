import {
  RiArrowGoBackLine,
  RiCheckLine,
  RiCloseCircleFill,
  RiHourglassLine,
  RiQuestionLine,
  RiShieldCheckLine,
  RiSubtractLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { VerdictKind } from './VerdictKind';

/** The sign of each verdict in a row: shape first, colour second. */
export const verdictIcons: Record<VerdictKind, RemixiconComponentType> = {
  clean: RiCheckLine,
  failed: RiCloseCircleFill,
  suspect: RiQuestionLine,
  rollback: RiArrowGoBackLine,
  prevented: RiShieldCheckLine,
  pending: RiHourglassLine,
  'not-counted': RiSubtractLine,
};

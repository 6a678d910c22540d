import type { CannotTell } from '@plimsoll/plugin-service-health-common';
import { lensFaultOf } from '../../pulling/lensFaultOf';

/** What cannot be told since a plugin does not say it. */
export function doubtOf(error: unknown): CannotTell {
  const fault = lensFaultOf(error);
  return {
    state: 'cannot-tell',
    reason: fault === 'refused' ? 'not-permitted' : fault,
  };
}

import type { ServiceScope } from '@plimsoll/service-index';
import type { ObjectiveScope } from '../permissions/ObjectiveScope';

/** On whose word a correction rests. */
export interface CorrectionAuthor {
  /** Ref of the person, or subject of the service. */
  by: string;
  /** What the author may see. */
  readable: ObjectiveScope;
  /** Services whose budgets the author may correct. */
  correctable: ServiceScope;
}

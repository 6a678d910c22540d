import type { Sender } from '../senders/Sender';
import type { Guard } from './guards/Guard';

/** Where one tool delivers. */
export interface Door {
  sender: Sender;
  /** Undefined while app-config has no secret: the door is closed then. */
  guard: Guard | undefined;
  /** What to put into app-config: `stability.webhooks.github.secrets`. */
  configKey: string;
}

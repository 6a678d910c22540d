import type { Amount } from './Amount';
import type { ProvenPage } from './ProvenPage';
import type { Saving } from './Saving';

/** `GET /savings`, in order of application. @public */
export interface SavingPage extends ProvenPage<Saving> {
  /** A month, of all pages: what is neither held back nor opened. */
  realisable: Amount;
  /**
   * When savings were last worked out, ISO 8601. Absent until the first time:
   * an empty list then does not mean that there is nothing to save.
   */
  foundAt?: string;
  /**
   * Something says what pods use. Without it, an empty list does not mean that
   * their requests fit.
   */
  measured?: boolean;
  currency: string;
}

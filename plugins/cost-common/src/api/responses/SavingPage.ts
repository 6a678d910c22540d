import type { Amount } from './Amount';
import type { ProvenPage } from './ProvenPage';
import type { Saving } from './Saving';

/** `GET /savings`, in order of application. @public */
export interface SavingPage extends ProvenPage<Saving> {
  /** A month, of all pages: what is neither held back nor opened. */
  realisable: Amount;
  currency: string;
}

import type { InboxState } from '@plimsoll/plugin-stability-common';

/** States in the order in which they ask for somebody. */
export const INBOX_STATES = [
  'unmatched',
  'dead',
  'waiting',
  'done',
  'ignored',
] as const satisfies readonly InboxState[];

/** What the inbox shows, as the address of the page says it. */
export interface InboxQuery {
  state?: InboxState;
  source?: string;
  /** Id of the delivery that is open. */
  delivery?: string;
}

/** Deliveries on one page. */
export const PAGE_SIZE = 25;

/** Reads an address; what it does not understand it leaves out. */
export function readInboxQuery(parameters: URLSearchParams): InboxQuery {
  return {
    state: INBOX_STATES.find(state => state === parameters.get('state')),
    source: parameters.get('source') || undefined,
    delivery: parameters.get('delivery') || undefined,
  };
}

/** The address of a query; what is as usual is left out. */
export function writeInboxQuery(query: InboxQuery): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value) {
      parameters.set(name, value);
    }
  }
  return parameters;
}

/** A delivery opens beside the page on which it was found. */
export function isSameInboxList(
  before: InboxQuery,
  after: InboxQuery,
): boolean {
  return before.state === after.state && before.source === after.source;
}

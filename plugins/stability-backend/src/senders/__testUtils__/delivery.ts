import type { Delivery } from '../Sender';

/** 2026-11-20T15:00:00Z */
export const RECEIVED_AT = Date.UTC(2026, 10, 20, 15);

/** A delivery of a payload. */
export function delivery(
  payload: unknown,
  headers: Record<string, string> = {},
): Delivery {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return { body: Buffer.from(text), headers, receivedAt: RECEIVED_AT };
}

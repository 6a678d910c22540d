/** Why a request was sent away: few, and the same for every door. */
export type RejectionReason =
  /** The door has no secret in app-config. */
  | 'closed'
  /** The signature, token or credentials are wrong, or there are none. */
  | 'unauthenticated'
  /** Known, but without the permission. */
  | 'not-allowed'
  | 'too-long'
  | 'compressed'
  /** It broke off, came too slowly, or is no event. */
  | 'malformed'
  /** No room, or the database does not answer: the sender comes back. */
  | 'unavailable'
  /** A fault of ours. */
  | 'failed';

const BY_STATUS: Record<number, RejectionReason> = {
  400: 'malformed',
  413: 'too-long',
  415: 'compressed',
};
const BY_NAME: Record<string, RejectionReason> = {
  NotFoundError: 'closed',
  AuthenticationError: 'unauthenticated',
  NotAllowedError: 'not-allowed',
  InputError: 'malformed',
  ServiceUnavailableError: 'unavailable',
};

/** The reason for which a door threw, by the error's name or HTTP status. */
export function rejectionReason(error: unknown): RejectionReason {
  const { name, status } = (error ?? {}) as { name?: string; status?: number };
  return BY_NAME[name ?? ''] ?? BY_STATUS[status ?? 0] ?? 'failed';
}

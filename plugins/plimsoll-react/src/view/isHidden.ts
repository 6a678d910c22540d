/**
 * Whether a backend itself said that it knows no such thing, or none that the
 * caller may see: it does not tell which. Where nobody answers at an address
 * at all, the portal's 404 has no body.
 *
 * @param error - whatever a client threw
 */
export function isHidden(error: unknown): boolean {
  if (!(error instanceof Error)) {
    return false;
  }
  const { cause } = error;
  return cause instanceof Error && cause.name === 'NotFoundError';
}

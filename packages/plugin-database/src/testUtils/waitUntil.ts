/** Below Jest's own limit of 5 min, which would not say what was waited for. */
const PATIENCE_MS = 240_000;
const PAUSE_MS = 5;

/**
 * Waits for what was started but is not awaited. It has an end: a loop that
 * Jest's limit ends runs on into later tests.
 *
 * @param what - is waited for, for the sentence of the error: "the second run"
 * @throws Error when it is not so within 240 s
 * @public
 */
export async function waitUntil(
  what: string,
  isSo: () => boolean | Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > deadline) {
      throw new Error(`Waited ${PATIENCE_MS / 1_000} s for ${what} in vain`);
    }
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
  }
}

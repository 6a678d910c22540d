/** Plimsoll is built and tested on this release line of Node. */
export const WANTED_NODE_MAJOR = 24;

/** The oldest Node that can run these scripts; it need not run the portal. */
export const OLDEST_NODE_MAJOR = 18;

/**
 * @param {string} version for instance "v20.20.2"
 * @returns {number} the major version, NaN when there is none
 */
export function majorOf(version) {
  return Number.parseInt(version.replace(/^v/, ''), 10);
}

/**
 * Whether the machine's own Node runs the portal as it is. One release line is
 * tested, so one is accepted; for any other, ours is brought.
 *
 * @param {string} version
 */
export function fitsPortal(version) {
  return majorOf(version) === WANTED_NODE_MAJOR;
}

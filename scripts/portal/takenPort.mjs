/**
 * The port that a program could not listen on, since another one does.
 *
 * @param {string} log without colours
 * @returns {number | undefined} the last one that the log tells of
 */
export function takenPort(log) {
  const ports = [...log.matchAll(/EADDRINUSE\b.*:(\d{1,5})\b/g)].map(
    ([, port]) => Number(port),
  );
  return ports.at(-1);
}

/**
 * The suites that the options ask for, in their order. Words and files choose
 * single tests, so suites that have none are left out.
 *
 * @template {{ name: string, fast: boolean, choosesTests: boolean }} S
 * @param {S[]} suites
 * @param {import('./readTestOptions.mjs').TestOptions} options
 * @returns {S[]}
 */
export function chooseSuites(suites, { fast, only, grep, files }) {
  return suites.filter(
    ({ name, ...suite }) =>
      (only.length === 0 ? !fast || suite.fast : only.includes(name)) &&
      (suite.choosesTests || (grep === undefined && files.length === 0)),
  );
}

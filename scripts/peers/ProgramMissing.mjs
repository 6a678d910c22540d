/**
 * A program that the tests need cannot be had on this machine. Its message is a
 * sentence; the tests that need the program are skipped.
 */
export class ProgramMissing extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'ProgramMissing';
  }
}

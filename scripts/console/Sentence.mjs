/**
 * An error that a person can act on: its message is one sentence that says
 * what is wrong and what to do. It is shown without a stack.
 */
export class Sentence extends Error {
  /**
   * @param {string} message what is wrong and what to do
   * @param {{ details?: string }} [options] details: lines shown below the
   *   sentence, for instance the end of a log
   */
  constructor(message, { details } = {}) {
    super(message);
    this.name = 'Sentence';
    this.details = details;
  }
}

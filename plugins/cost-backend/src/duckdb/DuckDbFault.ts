import { CustomErrorBase } from '@backstage/errors';

/** Why a statement has no result. What DuckDB says may quote a bill's rows. */
export class DuckDbFault extends CustomErrorBase {
  name = 'DuckDbFault' as const;
  /** In DuckDB's words: never for a log or a page. */
  readonly said: string;
  /** Set when the process is gone, and how it went. */
  readonly ending?: 'timeout' | 'stopped' | 'crashed';

  constructor(options: {
    said: string;
    ending?: 'timeout' | 'stopped' | 'crashed';
  }) {
    super(
      options.ending
        ? `DuckDB gave no answer: ${options.said}`
        : 'DuckDB refused a statement',
    );
    this.said = options.said;
    this.ending = options.ending;
  }
}

import type { LoggerService } from '@backstage/backend-plugin-api';
import { ResponseError, toError } from '@backstage/errors';

/** Tells the log when something stops to answer and when it answers again, once each. */
export class Outages {
  readonly #logger: LoggerService;
  readonly #out = new Map<string, string>();

  static create(options: { logger: LoggerService }): Outages {
    return new Outages(options.logger);
  }

  private constructor(logger: LoggerService) {
    this.#logger = logger;
  }

  /**
   * @param what - who is asked, as the sentence in the log begins
   * @returns undefined when it does not answer
   */
  async watch<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      const answer = await work();
      if (this.#out.delete(what)) {
        this.#logger.info(`${what} can be asked for deployments again`);
      }
      return answer;
    } catch (error) {
      const message = wordsOf(error);
      if (!this.#out.has(what)) {
        this.#logger.warn(
          `${what} could not be asked for deployments: ${message}. ` +
            'It is asked again at each poll; nothing is lost meanwhile.',
        );
      }
      this.#out.set(what, message);
      return undefined;
    }
  }
}

/** Why it does not answer is in the body, where an answer came at all. */
function wordsOf(error: unknown): string {
  const { message } = toError(error);
  const cause =
    error instanceof ResponseError ? error.cause.message : undefined;
  return cause && !message.includes(cause) ? `${message} (${cause})` : message;
}

import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  billEditions,
  firstEdition,
  type WrittenEdition,
} from './billEditions';
import { editionPath, writeEdition } from './writeEdition';

/** How often it is looked whether the provider has written again. */
const EVERY_MS = 10 * 60_000;

/** @see BillWriter */
export interface BillWriterOptions {
  /** The folder that `cost.sources` names. */
  directory: string;
  logger: LoggerService;
  /**
   * Waits until the portal has read a month's bill, so that its second
   * edition is seen to be one.
   */
  waitUntilRead(edition: WrittenEdition, signal: AbortSignal): Promise<void>;
  /** Months before the current one, 12 by default. */
  monthsBack?: number;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}

/**
 * ShopKart's provider: writes a bill for each of the last thirteen months, and
 * every night the current one anew. Once a month it mends the month before.
 *
 * The files are its only state, and each is what its name and time say.
 */
export class BillWriter {
  readonly #options: BillWriterOptions;
  readonly #now: () => number;

  static create(options: BillWriterOptions): BillWriter {
    return new BillWriter(options);
  }

  private constructor(options: BillWriterOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** Writes until it is told to stop. */
  async run(signal: AbortSignal): Promise<void> {
    for (;;) {
      await this.writeDue(signal);
      await sleep(EVERY_MS, undefined, { signal, ref: false });
    }
  }

  /** Writes what the folder does not have yet, the newest month first. */
  async writeDue(signal: AbortSignal): Promise<void> {
    const { directory, logger, monthsBack } = this.#options;
    const begun = performance.now();
    const editions = billEditions(this.#now(), monthsBack).reverse();
    const newestMended = editions.find(({ restated }) => restated);
    const toMend: WrittenEdition[] = [];
    let written = 0;
    for (const edition of editions) {
      const known = await this.#writtenAt(edition);
      if (known === edition.writtenAt) {
        continue;
      }
      const first = firstEdition(edition);
      if (edition === newestMended || known === first.writtenAt) {
        toMend.push(edition);
      }
      const next = toMend.includes(edition) ? first : edition;
      if (known !== next.writtenAt) {
        await writeEdition({ directory, edition: next, signal });
        written += 1;
      }
    }
    if (written > 0) {
      const seconds = Math.round((performance.now() - begun) / 100) / 10;
      logger.info(
        `The demo world has written its bill: ${written} months in ${seconds} s`,
      );
    }
    for (const edition of toMend) {
      await this.#mend(edition, signal);
    }
  }

  async #mend(edition: WrittenEdition, signal: AbortSignal): Promise<void> {
    const { directory, logger, waitUntilRead } = this.#options;
    await waitUntilRead(firstEdition(edition), signal);
    await writeEdition({ directory, edition, signal });
    logger.info(
      `The demo world has written the bill of ${edition.month.slice(
        0,
        7,
      )} a second time`,
    );
  }

  async #writtenAt(edition: WrittenEdition): Promise<number | undefined> {
    try {
      const { mtimeMs } = await stat(
        editionPath(this.#options.directory, edition),
      );
      return mtimeMs;
    } catch {
      return undefined;
    }
  }
}

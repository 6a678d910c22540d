import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  BillDelivery,
  BillReading,
  BillSource,
  CostCategories,
} from '@plimsoll/plugin-cost-node';
import type { BillBundle } from '../files/BillBundle';
import type { BillPlace } from '../files/BillPlace';
import { listBundles } from '../files/listBundles';
import { refuseMissingFiles } from '../files/refuseShort';
import type { FocusLimits } from './FocusLimits';
import { readBill } from './readBill';

/** @see FocusSource */
export interface FocusSourceOptions {
  /** Name in `cost.sources`. */
  name: string;
  place: BillPlace;
  categories: CostCategories;
  limits: FocusLimits;
  /** Milliseconds for which a file without a manifest must not have changed. */
  settleMs: number;
  /** Days for which a bill still grows after a day of use. */
  settleDays?: number;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}

/** Bills as FOCUS files, 1.0 to 1.4: CSV, gzip, Parquet. */
export class FocusSource implements BillSource {
  readonly name: string;
  readonly settleDays: number | undefined;
  readonly #options: FocusSourceOptions;

  static create(options: FocusSourceOptions): FocusSource {
    return new FocusSource(options);
  }

  private constructor(options: FocusSourceOptions) {
    this.name = options.name;
    this.settleDays = options.settleDays;
    this.#options = options;
  }

  async listDeliveries(options: {
    signal: AbortSignal;
  }): Promise<BillDelivery[]> {
    return (await this.#bundles(options.signal)).map(deliveryOf);
  }

  async read(request: Parameters<BillSource['read']>[0]): Promise<BillReading> {
    const { delivery, tags, onLines, signal } = request;
    const { place, categories, limits } = this.#options;
    const bundle = await this.#find(delivery, signal);
    refuseMissingFiles(bundle.claim);
    const folder = await mkdtemp(join(tmpdir(), 'plimsoll-bill-'));
    try {
      const files = await place.bring({
        files: bundle.files,
        folder,
        bytes: limits.bytes,
        signal,
      });
      const reading = await readBill({
        files,
        claim: bundle.claim,
        folder,
        tags,
        categories,
        limits,
        onLines,
        signal,
      });
      // what was written to meanwhile was read half old, half new
      await this.#find(delivery, signal);
      return reading;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async #bundles(signal: AbortSignal): Promise<BillBundle[]> {
    const { place, settleMs, now = Date.now } = this.#options;
    return listBundles({ place, settleMs, now: now(), signal });
  }

  async #find(delivery: BillDelivery, signal: AbortSignal) {
    const bundles = await this.#bundles(signal);
    const bundle = bundles.find(({ id }) => id === delivery.id);
    if (!bundle) {
      throw new NotFoundError(
        `'${delivery.id}' of cost.sources.${this.name} is gone, or is being written`,
      );
    }
    if (deliveryOf(bundle).version !== delivery.version) {
      throw new ConflictError(
        `'${delivery.id}' of cost.sources.${this.name} changed while it was read; it is read again`,
      );
    }
    return bundle;
  }
}

function deliveryOf({ id, files, claim }: BillBundle): BillDelivery {
  const hash = createHash('sha256');
  if (claim) {
    hash.update(JSON.stringify([claim.manifest, claim.version]));
  }
  for (const { name, version } of files) {
    hash.update(JSON.stringify([name, version]));
  }
  const changes = files.flatMap(({ changedAt }) => changedAt ?? []);
  return {
    id,
    version: hash.digest('hex').slice(0, 32),
    changedAt:
      changes.length > 0
        ? new Date(Math.max(...changes)).toISOString()
        : undefined,
  };
}

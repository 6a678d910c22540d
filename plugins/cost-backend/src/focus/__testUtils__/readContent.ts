import type { MockDirectory } from '@backstage/backend-test-utils';
import type { BillLine } from '@plimsoll/plugin-cost-common';
import { type BillReading, CostCategories } from '@plimsoll/plugin-cost-node';
import { DirectoryPlace } from '../../files/DirectoryPlace';
import type { FocusLimits } from '../FocusLimits';
import { FocusSource } from '../FocusSource';

const LIMITS: FocusLimits = {
  bytes: 64 * 1024 ** 2,
  memoryMiB: 96,
  threads: 2,
  spillMiB: 64,
  seconds: 600,
};

/** A source over a directory of the test. */
export function focusSource(options: {
  directory: string;
  limits?: Partial<FocusLimits>;
  settleMs?: number;
  now?: () => number;
  /** Called when files are there and reading begins. */
  onBring?: () => void;
}): FocusSource {
  const place = DirectoryPlace.create({
    directory: options.directory,
    key: 'cost.sources.bill.directory',
  });
  const bring = place.bring.bind(place);
  place.bring = async request => {
    const files = await bring(request);
    options.onBring?.();
    return files;
  };
  return FocusSource.create({
    name: 'bill',
    place,
    categories: CostCategories.create(),
    limits: { ...LIMITS, ...options.limits },
    settleMs: options.settleMs ?? 0,
    now: options.now,
  });
}

/** Reads the only delivery of what a directory then holds. */
export async function readContent(options: {
  directory: MockDirectory;
  content: Parameters<MockDirectory['setContent']>[0];
  tags?: string[];
  limits?: Partial<FocusLimits>;
}): Promise<{ lines: BillLine[]; reading: BillReading }> {
  const { directory, content, tags = ['service'], limits } = options;
  directory.setContent(content);
  const source = focusSource({ directory: directory.path, limits });
  const { signal } = new AbortController();
  const [delivery, ...others] = await source.listDeliveries({ signal });
  if (!delivery || others.length > 0) {
    throw new Error(`${others.length + 1} deliveries instead of one`);
  }
  const lines: BillLine[] = [];
  const reading = await source.read({
    delivery,
    tags,
    onLines: async some => void lines.push(...some),
    signal,
  });
  return { lines, reading };
}

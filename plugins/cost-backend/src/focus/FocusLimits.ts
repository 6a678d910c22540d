import type { Config } from '@backstage/config';
import type { DuckDbLimits } from '../duckdb/DuckDbProcess';

/** How much a bill may be, and what reading it may take. */
export interface FocusLimits extends DuckDbLimits {
  /** Of one file, unpacked. */
  bytes: number;
}

/** Reads `limits` of a source. */
export function readFocusLimits(config: Config): FocusLimits {
  const number = (key: string) => config.getOptionalNumber(`limits.${key}`);
  return {
    bytes: (number('megabytes') ?? 20_000) * 1024 ** 2,
    memoryMiB: number('memoryMegabytes') ?? 512,
    threads: number('threads') ?? 2,
    spillMiB: number('spillMegabytes') ?? 4_096,
    seconds: number('seconds') ?? 600,
  };
}

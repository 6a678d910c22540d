import type { BillBundle } from './BillBundle';
import type { BillFile } from './BillFile';

const BILL = /\.(csv|csv\.gz|parquet)$/i;

/** `2026-10`, `20261001-20261031`, `BILLING_PERIOD=2026-10`. */
const PERIOD = /^([a-z_]+=)?(\d{4}-\d{2}(-\d{2})?|\d{6}|\d{8}(-\d{8})?)$/i;

/** Whether a name is that of a file of a bill. */
export function isBillFile(name: string): boolean {
  return BILL.test(name);
}

/** Whether a folder's name says of which month its files are. */
export function isPeriod(name: string): boolean {
  return PERIOD.test(name);
}

/** Path of the outermost folder that carries a period. */
function periodFolder(name: string): string | undefined {
  const folders = name.split('/').slice(0, -1);
  const at = folders.findIndex(isPeriod);
  return at < 0 ? undefined : folders.slice(0, at + 1).join('/');
}

/**
 * Puts files together that were exported together: all of the folder that
 * carries a period in its name, or each for itself.
 */
export function bundleFiles(files: readonly BillFile[]): BillBundle[] {
  const bundles = new Map<string, BillFile[]>();
  for (const file of files) {
    if (isBillFile(file.name)) {
      const id = periodFolder(file.name) ?? file.name;
      bundles.set(id, [...(bundles.get(id) ?? []), file]);
    }
  }
  return [...bundles].map(([id, bundled]) => ({ id, files: bundled }));
}

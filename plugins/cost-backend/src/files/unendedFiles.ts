import { open } from 'node:fs/promises';
import type { BillFault } from '@plimsoll/plugin-cost-node';
import type { InspectedFile } from './inspectFile';

const BREAKS: readonly number[] = [0x0a, 0x0d];

/**
 * A warning for each CSV file whose last row has no end: it may be half an
 * upload. What is packed has a check sum of its own.
 */
export async function unendedFiles(
  files: readonly InspectedFile[],
): Promise<BillFault[]> {
  const faults: BillFault[] = [];
  for (const file of files) {
    if (file.format === 'csv' && !file.isGzip && !(await hasEnd(file))) {
      faults.push({
        rule: 'no-last-line-break',
        severity: 'warning',
        file: file.name,
        count: 1,
        message: `${file.name} does not end with a line break: make sure that its upload was finished, amounts may be cut off or missing`,
      });
    }
  }
  return faults;
}

async function hasEnd(file: { path: string; bytes: number }): Promise<boolean> {
  const handle = await open(file.path, 'r');
  try {
    const last = Buffer.alloc(1);
    await handle.read(last, 0, 1, file.bytes - 1);
    return BREAKS.includes(last[0]);
  } finally {
    await handle.close();
  }
}

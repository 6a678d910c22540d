import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import { monthOf } from '../calendar/utcDays';
import { csvLine } from '../bill/csvLine';
import { FOCUS_COLUMNS } from '../bill/focusColumns';
import { focusRow } from '../bill/focusRow';
import { monthCharges, type BillEdition } from '../bill/monthCharges';
import type { WrittenEdition } from './billEditions';

/** Where a month's bill lies, as exports of the provider lay it out. */
export function editionPath(directory: string, { month }: BillEdition): string {
  return join(
    directory,
    `BILLING_PERIOD=${month.slice(0, 7)}`,
    'shopkart-focus-1.2.csv.gz',
  );
}

/**
 * Writes a month's bill, whole or not at all: beside its place first. Its time
 * is that of the provider's export, so that the same edition is the same file.
 */
export async function writeEdition(options: {
  directory: string;
  edition: WrittenEdition;
  signal: AbortSignal;
}): Promise<void> {
  const { directory, edition, signal } = options;
  const path = editionPath(directory, edition);
  await mkdir(dirname(path), { recursive: true });
  // Not below the folder that is read: a half of it is no bill.
  const draft = join(
    dirname(directory),
    `.${edition.month.slice(0, 7)}.${process.pid}.part`,
  );
  try {
    await pipeline(
      Readable.from(lines(edition)),
      createGzip(),
      createWriteStream(draft),
      { signal },
    );
    const at = new Date(edition.writtenAt);
    await utimes(draft, at, at);
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

/** The file, a day at a time; others may work between two of them. */
async function* lines(edition: BillEdition): AsyncGenerator<string> {
  yield csvLine(FOCUS_COLUMNS);
  const { month, lastDay } = edition;
  const invoiced = monthOf(lastDay) !== month;
  for (const charges of monthCharges(edition)) {
    await setImmediate();
    yield charges
      .map(charge => {
        const row = focusRow(charge, { month, invoiced });
        return csvLine(FOCUS_COLUMNS.map(column => row[column]));
      })
      .join('');
  }
}

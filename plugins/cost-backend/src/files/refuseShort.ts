import { type BillFault, BillRefusedError } from '@plimsoll/plugin-cost-node';
import type { BillClaim } from './BillClaim';
import type { InspectedFile } from './inspectFile';

/** Of a delivery without a manifest. */
const NOTHING: BillClaim = {
  manifest: '',
  version: '',
  parts: new Map(),
  missing: [],
  unnamed: 0,
};

/** How many missing files are named. */
const NAMED = 3;

/**
 * Refuses a delivery without the files that its manifest speaks of.
 *
 * @throws BillRefusedError
 */
export function refuseMissingFiles(claim: BillClaim | undefined): void {
  const { manifest, missing, unnamed, parts } = claim ?? NOTHING;
  const absent = missing.length + unnamed;
  if (absent > 0) {
    const names = missing
      .slice(0, NAMED)
      .map(path => path.slice(-100))
      .join(', ');
    throw BillRefusedError.of({
      rule: 'files-missing',
      file: manifest,
      count: absent,
      message:
        `${manifest} speaks of ${
          absent + parts.size
        } files, ${absent} of them are not there` +
        `${names && ` (${names})`}: upload them, or export that month again`,
    });
  }
}

/**
 * Refuses files that are shorter than their manifest says. What is packed has a
 * check sum of its own, and some exporters count it unpacked.
 *
 * @throws BillRefusedError
 */
export function refuseShortFiles(options: {
  claim: BillClaim | undefined;
  files: readonly InspectedFile[];
}): void {
  const { claim = NOTHING, files } = options;
  const plain = files.filter(file => file.format === 'parquet' || !file.isGzip);
  for (const { name, bytes } of plain) {
    const said = claim.parts.get(name)?.bytes ?? 0;
    if (bytes < said) {
      throw short({ claim, name, has: `${bytes} bytes`, said: `${said}` });
    }
  }
  const bytes = plain.reduce((sum, file) => sum + file.bytes, 0);
  if (plain.length === files.length && bytes < (claim.bytes ?? 0)) {
    throw short({
      claim,
      name: 'the delivery',
      has: `${bytes} bytes`,
      said: `${claim.bytes}`,
    });
  }
}

/**
 * Refuses fewer rows than a manifest says, and wonders about more.
 *
 * @param options.rows - of all files
 * @throws BillRefusedError
 */
export function refuseMissingRows(options: {
  claim: BillClaim | undefined;
  rows: number;
}): BillFault[] {
  const { claim = NOTHING, rows } = options;
  const said = claim.rows ?? rowsOfParts(claim);
  if (said === undefined || rows === said) {
    return [];
  }
  if (rows < said) {
    throw short({
      claim,
      name: 'the delivery',
      has: `${rows} rows`,
      said: `${said}`,
    });
  }
  return [
    {
      rule: 'manifest-differs',
      severity: 'warning',
      file: claim.manifest,
      count: rows - said,
      message: `${claim.manifest} says that there are ${said} rows, there are ${rows}: make sure that it is of these files`,
    },
  ];
}

function rowsOfParts({ parts }: BillClaim): number | undefined {
  let sum = 0;
  for (const { rows } of parts.values()) {
    if (rows === undefined) {
      return undefined;
    }
    sum += rows;
  }
  return parts.size > 0 ? sum : undefined;
}

function short(options: {
  claim: BillClaim;
  name: string;
  has: string;
  said: string;
}): BillRefusedError {
  const { claim, name, has, said } = options;
  return BillRefusedError.of({
    rule: 'shorter-than-said',
    file: claim.manifest,
    message: `${name} has ${has}, ${claim.manifest} says ${said}: its upload was not finished, deliver it again`,
  });
}

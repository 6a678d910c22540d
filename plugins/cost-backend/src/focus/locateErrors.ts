import {
  type BillFault,
  firstOffencesSql,
  type FocusTable,
  LOCATED_RULES,
} from '@plimsoll/plugin-cost-node';
import type { DuckDbProcess } from '../duckdb/DuckDbProcess';
import type { InspectedFile } from '../files/inspectFile';
import { duckDbDialect } from './duckDbDialect';
import { scanSql } from './scanSql';

type Located = (typeof LOCATED_RULES)[number];

/** Where the first row is that offends a rule. */
interface Offence {
  file: string;
  /** From 1, without the header. */
  row: number;
}

/**
 * Errors of a bill with the first row that has each: nobody finds one in forty
 * files. Only for a bill that is refused, whose files are read once more.
 */
export async function locateErrors(options: {
  duckdb: DuckDbProcess;
  scans: ReadonlyArray<{ files: InspectedFile[]; table: FocusTable }>;
  faults: readonly BillFault[];
}): Promise<BillFault[]> {
  const { duckdb, scans, faults } = options;
  const wanted = new Set<string>(
    faults
      .filter(({ severity }) => severity === 'error')
      .map(({ rule }) => rule),
  );
  const found = new Map<string, Offence>();
  const isMissing = (rule: Located) => wanted.has(rule) && !found.has(rule);
  const all = scans
    .flatMap(({ files, table }) => files.map(file => ({ file, table })))
    .sort((a, b) => (a.file.name < b.file.name ? -1 : 1));
  for (const { file, table } of all) {
    if (LOCATED_RULES.some(isMissing)) {
      await duckdb.query({
        sql: firstOffencesSql({
          table,
          dialect: duckDbDialect,
          from: scanSql([file]),
        }),
        onRows: ([rows]) => {
          LOCATED_RULES.forEach((rule, index) => {
            if (isMissing(rule) && rows[index] !== null) {
              found.set(rule, { file: file.name, row: Number(rows[index]) });
            }
          });
        },
      });
    }
  }
  return faults.map(fault => withPlace(fault, found.get(fault.rule)));
}

function withPlace(fault: BillFault, offence: Offence | undefined): BillFault {
  if (!offence) {
    return fault;
  }
  const { file, row } = offence;
  return {
    ...fault,
    file,
    place: [fault.place, `row ${row}`].filter(Boolean).join(', '),
    message: `${file}, row ${row}: ${fault.message}`,
  };
}

import type { DataQuality } from '@plimsoll/plugin-cost-common';
import type { BillFault } from '@plimsoll/plugin-cost-node';
import type { Knex } from 'knex';
import { GONE_AFTER_MS } from '../../importing/markGone';
import type { CostView } from '../../permissions/CostAccess';
import { readVolumeFaults } from '../../volumes/readVolumeFaults';
import type { CostContext } from '../CostContext';
import { readRange } from '../range/readRange';
import { readProof } from '../state/readProof';
import { readAside } from './readAside';
import { readAssumed } from './readAssumed';
import { readConservation } from './readConservation';
import { readInvoices } from './readInvoices';

/** Deliveries that are shown: those with something to mend first. */
const MOST = 100;

/**
 * What was read and what of it was not as it should be, and the bill beside
 * the sum of its parts; the proof is of the running month. For who may see
 * totals.
 */
export async function getDataQuality(options: {
  context: CostContext;
  view: CostView;
}): Promise<DataQuality> {
  const { context, view } = options;
  const { client } = context;
  const { state, range } = await readRange({ context, view, request: {} });
  const [
    failing,
    uncounted,
    aside,
    assumed,
    deliveries,
    conservation,
    invoices,
    proof,
  ] = await Promise.all([
    readFailing(client),
    readVolumeFaults(client),
    readAside(client),
    readAssumed(client),
    readDeliveries(client, context.now() - GONE_AFTER_MS),
    readConservation(client),
    readInvoices(client),
    readProof({ client, state, range, view }),
  ]);
  return {
    deliveries: [...failing, ...uncounted, ...aside, ...assumed, ...deliveries],
    conservation,
    invoices,
    proof,
  };
}

/** Sources that could not be asked what they have. */
async function readFailing(client: Knex): Promise<DataQuality['deliveries']> {
  const rows: Array<{ name: string; error: string }> = await client(
    'cost_source',
  )
    .whereNotNull('error')
    .orderBy('name')
    .select('name', 'error');
  return rows.map(({ name, error }) => ({
    source: name,
    delivery: name,
    state: 'failing',
    message: error,
    faults: [],
  }));
}

interface DeliveryRow {
  source: string;
  id: string;
  state: DataQuality['deliveries'][number]['state'];
  read_at: string | number | null;
  rows: string | number | null;
  format_version: string | null;
  message: string | null;
  faults: string;
  gone_at: string | number | null;
}

/** @param goneBy - when a delivery must have gone to be told as gone */
async function readDeliveries(
  client: Knex,
  goneBy: number,
): Promise<DataQuality['deliveries']> {
  const rows: DeliveryRow[] = await client('cost_delivery')
    .whereNotIn(
      'source',
      client('cost_source').where('kind', 'gone').select('name'),
    )
    .orderByRaw(
      `case when state = 'refused' then 0 when state = 'failing' then 1
        when gone_at <= ? then 2 else 3 end`,
      [goneBy],
    )
    .orderByRaw('coalesce(read_at, 0) desc')
    .orderBy(['source', 'id'])
    .limit(MOST)
    .select(
      'source',
      'id',
      'state',
      'read_at',
      'rows',
      'format_version',
      'message',
      'faults',
      'gone_at',
    );
  return rows.map(row => ({
    source: row.source,
    delivery: row.id,
    state: row.state,
    ...(row.read_at !== null && {
      readAt: new Date(Number(row.read_at)).toISOString(),
    }),
    ...(row.rows !== null && { rows: Number(row.rows) }),
    ...(row.format_version !== null && { formatVersion: row.format_version }),
    ...(row.gone_at !== null &&
      Number(row.gone_at) <= goneBy && {
        goneSince: new Date(Number(row.gone_at)).toISOString(),
      }),
    ...(row.message !== null && { message: row.message }),
    faults: (JSON.parse(row.faults) as BillFault[]).map(toFault),
  }));
}

function toFault(
  fault: BillFault,
): DataQuality['deliveries'][number]['faults'][number] {
  const { rule, severity, message, count, file, place } = fault;
  const where = [file, place].filter(part => part !== undefined).join(': ');
  return { rule, severity, message, count, ...(where && { place: where }) };
}

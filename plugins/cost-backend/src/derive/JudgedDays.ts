import { addDays } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';

const NAME = 'anomalies';

/** Days without a gap that were looked at for anomalies. */
interface JudgedDays {
  from: string;
  /** Inclusive. */
  to: string;
}

/** First day since which all days were looked at for anomalies. */
export async function readJudgedFrom(
  client: Knex,
): Promise<string | undefined> {
  return (await readJudged(client))?.from;
}

/**
 * Notes that days were looked at. Those of a former version are known by what
 * it found in them.
 *
 * @param options.to - inclusive
 */
export async function keepJudged(
  options: JudgedDays & { client: Knex },
): Promise<void> {
  const { client, from, to } = options;
  const known = (await readJudged(client)) ?? (await readFormer(client, from));
  // with a gap between them, nobody knows what was in it
  const isOne = known !== undefined && addDays(known.to, 1) >= from;
  const judged: JudgedDays = {
    from: isOne && known.from < from ? known.from : from,
    to: isOne && known.to > to ? known.to : to,
  };
  await client('cost_poll')
    .insert({ name: NAME, state: JSON.stringify(judged) })
    .onConflict('name')
    .merge(['state']);
}

async function readJudged(client: Knex): Promise<JudgedDays | undefined> {
  const row = await client('cost_poll').where('name', NAME).first('state');
  return row?.state ? (JSON.parse(row.state) as JudgedDays) : undefined;
}

async function readFormer(
  client: Knex,
  from: string,
): Promise<JudgedDays | undefined> {
  const row = await client('cost_anomaly')
    .where('from_day', '<', from)
    .min({ first: 'from_day' })
    .first();
  return row?.first ? { from: row.first, to: from } : undefined;
}

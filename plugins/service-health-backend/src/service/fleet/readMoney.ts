import { formatAmount, NANO_PER_UNIT } from '@plimsoll/plugin-cost-common';
import type { FleetMoney } from '@plimsoll/plugin-service-health-common';
import type { ServiceHealthContext } from '../ServiceHealthContext';
import { type FleetView, visibleRows } from './FleetView';

const AMOUNTS = ['cost', 'forecast', 'saving'] as const;

type AmountName = (typeof AMOUNTS)[number];

type MoneyRow = { currency: string } & Record<
  `${AmountName}_${'units' | 'nanos'}`,
  string | null
> &
  Record<`${AmountName}_services`, number | string>;

/** What visible services cost, by currency; nothing is added over two. */
export async function readMoney(options: {
  context: ServiceHealthContext;
  view: FleetView;
}): Promise<FleetMoney[]> {
  const { context, view } = options;
  const { client, currency } = context;
  // a service of which the caller may not see the cost has no reference here
  const reference = view.columns.sql('cost', 'entity_ref', 'text');
  const visible = visibleRows({ client, view }).select({
    entity_ref: client.raw(reference),
  });
  const rows: MoneyRow[] = await client('service_money as m')
    .join(visible.as('seen'), 'seen.entity_ref', 'm.entity_ref')
    .groupBy('m.currency')
    .orderBy('m.currency')
    .select('m.currency', ...AMOUNTS.flatMap(sums).map(sql => client.raw(sql)));
  return rows
    .map(toMoney)
    .sort((a, b) => rankOf(a, currency) - rankOf(b, currency));
}

/** Units and nano-units apart, as texts: no sum overflows or is rounded. */
function sums(amount: AmountName): string[] {
  return [
    ...['units', 'nanos'].map(
      part => `cast(sum(m.${amount}_${part}) as text) as ${amount}_${part}`,
    ),
    `count(case when m.${amount}_units <> 0 or m.${amount}_nanos <> 0 then 1 end) as ${amount}_services`,
  ];
}

function toMoney(row: MoneyRow): FleetMoney {
  const forecast = amountOf(row, 'forecast');
  const saving = amountOf(row, 'saving');
  return {
    currency: row.currency,
    services: Number(row.cost_services),
    monthToDate: amountOf(row, 'cost') ?? formatAmount(0n),
    ...(forecast !== undefined && { forecast }),
    forecastServices: Number(row.forecast_services),
    ...(saving !== undefined && { saving }),
    savingServices: Number(row.saving_services),
  };
}

function amountOf(row: MoneyRow, amount: AmountName): string | undefined {
  const units = row[`${amount}_units`];
  return units === null
    ? undefined
    : formatAmount(
        BigInt(units) * NANO_PER_UNIT + BigInt(row[`${amount}_nanos`] ?? 0),
      );
}

function rankOf(money: FleetMoney, currency: string | undefined): number {
  return money.currency === currency ? 0 : 1;
}

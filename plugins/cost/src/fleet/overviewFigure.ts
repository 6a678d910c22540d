import type { CostOverview } from '@plimsoll/plugin-cost-common';
import { sumOf } from '../breakdown/sumOf';
import type { Voice } from '../words';

/** How a figure of the whole bill reads; `undefined` where there is none. */
export function overviewFigure(
  options: { figure: string; overview: CostOverview } & Pick<Voice, 'formats'>,
): string | undefined {
  const { figure, overview, formats } = options;
  const { bill, forecast, services, pools, lines, saving } = overview;
  const { currency } = overview.proof;
  const money = (amount: string, whole = false) =>
    formats.money(amount, { currency, whole });
  switch (figure) {
    case 'total':
      return money(bill);
    case 'forecast':
      return forecast && money(forecast.expected, true);
    case 'on-services':
      return money(services);
    case 'on-no-service':
      return money(sumOf(Object.values(pools)));
    case 'lines':
      return lines.length > 0
        ? money(sumOf(lines.map(({ total }) => total)))
        : undefined;
    case 'savings':
      return saving !== undefined && Number(saving) > 0
        ? money(saving)
        : undefined;
    default:
      return undefined;
  }
}

import { AccentLink } from '@plimsoll/plugin-plimsoll-react';
import type { CostOverview } from '@plimsoll/plugin-cost-common';
import { sumOf } from '../breakdown/sumOf';
import { useCostPaths } from '../routes';
import { FigureTile, FigureTiles } from '../surface';
import { changeText, monthText, spanText, useVoice } from '../words';
import { poolsText } from './poolsText';
import { shareOf } from './shareOf';

/** @internal */
export interface TotalTilesProps {
  overview: CostOverview;
}

/** The bill, its end, what services carry, what nobody owns, what can go. */
export function TotalTiles(props: TotalTilesProps) {
  const { overview } = props;
  const { bill, change, forecast, services, pools, lines, saving } = overview;
  const { currency } = overview.proof;
  const voice = useVoice();
  const { formats, t } = voice;
  const paths = useCostPaths();
  const money = (amount: string, whole = false) =>
    formats.money(amount, { currency, whole });
  const unmapped = paths.page('unmapped');
  const savings = paths.page('savings');
  return (
    <FigureTiles label={t('fleet.figures')}>
      <FigureTile
        name={t('fleet.bill', { span: spanText(overview, voice) })}
        figure={money(bill)}
        ground={changeText({ change, from: overview.from, currency, ...voice })}
      />
      <FigureTile
        name={t('card.expected', {
          month: monthText(forecast?.month ?? overview.from, voice),
        })}
        figure={
          forecast ? money(forecast.expected, true) : t('card.expectedNone')
        }
        ground={
          forecast
            ? t('fleet.rangeOnly', {
                low: money(forecast.low, true),
                high: money(forecast.high, true),
              })
            : t('card.expectedWhy')
        }
      />
      <FigureTile
        name={t('fleet.onServices')}
        figure={money(services)}
        ground={t('fleet.onServicesGround', {
          share: shareOf(services, bill, voice),
        })}
      />
      <FigureTile
        name={t('fleet.pools')}
        figure={money(sumOf(Object.values(pools)))}
        ground={poolsText({ pools, currency, ...voice })}
        action={
          unmapped &&
          Number(pools.unallocated) !== 0 && (
            <AccentLink href={unmapped}>{t('fleet.map')}</AccentLink>
          )
        }
      />
      {lines.length > 0 && (
        <FigureTile
          name={t('fleet.lines')}
          figure={money(sumOf(lines.map(({ total }) => total)))}
          ground={lines
            .map(({ kind, total }) =>
              t('evidence.pair', {
                name: t(`kind.${kind}`),
                value: money(total),
              }),
            )
            .join(', ')}
        />
      )}
      <FigureTile
        name={t('fleet.saved')}
        figure={Number(saving) > 0 ? money(saving) : t('card.savingNone')}
        ground={
          forecast
            ? t('fleet.savedGround', {
                share: shareOf(saving, forecast.expected, voice),
              })
            : t('fleet.savedNone')
        }
        action={
          savings && <AccentLink href={savings}>{t('fleet.see')}</AccentLink>
        }
      />
    </FigureTiles>
  );
}

import { AccentLink, ExplainedNumber } from '@plimsoll/plugin-plimsoll-react';
import type { CostOverview } from '@plimsoll/plugin-cost-common';
import { useCostPaths } from '../routes';
import { FigureTile, FigureTiles } from '../surface';
import { changeText, monthText, spanText, useVoice } from '../words';
import { overviewFigure } from './overviewFigure';
import { poolsText } from './poolsText';
import { shareOf } from './shareOf';

/** @internal */
export interface TotalTilesProps {
  overview: CostOverview;
  /** Figure whose explanation is open. */
  explained?: string;
  onExplain(figure: string): void;
}

/** The bill, its end, what services carry, what nobody owns, what can go. */
export function TotalTiles(props: TotalTilesProps) {
  const { overview, explained, onExplain } = props;
  const { bill, change, forecast, services, pools, lines, saving } = overview;
  const { currency } = overview.proof;
  const voice = useVoice();
  const { formats, t } = voice;
  const paths = useCostPaths();
  const money = (amount: string, whole = false) =>
    formats.money(amount, { currency, whole });
  const explain = (figure: string) => {
    const text = overviewFigure({ figure, overview, formats });
    return (
      text && (
        <ExplainedNumber
          open={explained === figure}
          onExplain={() => onExplain(figure)}
        >
          {text}
        </ExplainedNumber>
      )
    );
  };
  const unmapped = paths.page('unmapped');
  const savings = paths.page('savings');
  return (
    <FigureTiles label={t('fleet.figures')}>
      <FigureTile
        name={t('fleet.bill', { span: spanText(overview, voice) })}
        figure={explain('total')}
        ground={changeText({ change, from: overview.from, currency, ...voice })}
      />
      <FigureTile
        name={t('card.expected', {
          month: monthText(forecast?.month ?? overview.from, voice),
        })}
        figure={explain('forecast') ?? t('card.expectedNone')}
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
        figure={explain('on-services')}
        ground={t('fleet.onServicesGround', {
          share: shareOf(services, bill, voice),
        })}
      />
      <FigureTile
        name={t('fleet.pools')}
        figure={explain('on-no-service')}
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
          figure={explain('lines')}
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
        figure={
          explain('savings') ??
          t(saving === undefined ? 'card.savingWaiting' : 'card.savingNone')
        }
        ground={savedGround()}
        action={
          savings && <AccentLink href={savings}>{t('fleet.see')}</AccentLink>
        }
      />
    </FigureTiles>
  );

  function savedGround(): string {
    if (saving === undefined) {
      return t('card.savingWaitingWhy');
    }
    return forecast
      ? t('fleet.savedGround', {
          share: shareOf(saving, forecast.expected, voice),
        })
      : t('fleet.savedNone');
  }
}

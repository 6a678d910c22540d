import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { shownRemaining } from '../figures';
import { sloTranslationRef } from '../translation';

/** @internal */
export interface CardSubtitleProps {
  objectives: readonly ObjectiveStatus[];
}

/** The card in one line: what is in trouble, or how much there is. */
export function CardSubtitle(props: CardSubtitleProps) {
  const { objectives } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();

  const inState = (state: ObjectiveStatus['state']) =>
    objectives.filter(objective => objective.state === state).length;
  const exhausted = inState('exhausted');
  const burning = inState('burning');
  const unknown = inState('unknown');
  // An old budget may be spent by now.
  const spendable = objectives.filter(
    objective =>
      objective.state !== 'unknown' && (shownRemaining(objective) ?? 0) > 0,
  ).length;

  const counts = {
    exhausted: formats.count(exhausted),
    burning: formats.count(burning),
    unknown: formats.count(unknown),
    spendable: formats.count(spendable),
    total: formats.count(objectives.length),
  };
  return <>{sentence()}</>;

  function sentence(): string {
    if (exhausted > 0 && burning > 0) {
      return t('card.exhaustedAndBurning', counts);
    }
    if (exhausted > 0) {
      return t('card.exhausted', counts);
    }
    if (burning > 0) {
      return t('card.burning', counts);
    }
    const { length: count } = objectives;
    if (unknown === count) {
      return t('card.subtitleAllUnknown', { count });
    }
    return unknown > 0
      ? t('card.subtitleUnknown', { ...counts, count })
      : t('card.subtitle', { ...counts, count });
  }
}

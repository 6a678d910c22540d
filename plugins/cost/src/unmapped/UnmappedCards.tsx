import { RowCard, RowCards, SecondText } from '@plimsoll/plugin-plimsoll-react';
import { TextButton } from '../surface';
import { useVoice } from '../words';
import { proposalText } from './proposalText';
import { unmappedKey } from './unmappedKey';
import { unmappedGround, unmappedName } from './unmappedName';
import type { UnmappedRowsProps } from './UnmappedTable';

/** The same on a narrow screen. */
export function UnmappedCards(props: UnmappedRowsProps) {
  const { costs, currency, onMap } = props;
  const voice = useVoice();
  const { formats, t } = voice;
  return (
    <RowCards>
      {costs.map(cost => (
        <RowCard
          key={unmappedKey(cost)}
          name={<strong>{unmappedName(cost, voice)}</strong>}
          state={formats.money(cost.total, { currency })}
          foot={<SecondText>{unmappedGround(cost, voice)}</SecondText>}
          footEnd={
            <TextButton
              label={t('unmapped.mapOf', { what: unmappedName(cost, voice) })}
              onPress={() => onMap(unmappedKey(cost))}
            >
              {t('unmapped.map')}
            </TextButton>
          }
        >
          <SecondText>
            {cost.proposals.length > 0
              ? proposalText(cost.proposals[0], voice)
              : t('unmapped.proposalNone')}
          </SecondText>
        </RowCard>
      ))}
    </RowCards>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { refName } from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { ReasonText } from '../notices';
import { sloTranslationRef } from '../translation';
import { useWords } from '../words';
import { budgetSentence } from './budgetSentence';
import { figureName } from './figureName';
import styles from './explanation.module.css';

/** @internal */
export interface SentenceSectionProps {
  objective: ObjectiveStatus;
  figure: string;
  readAt: Date;
}

/** Whose number it is, and what it says in one sentence. */
export function SentenceSection(props: SentenceSectionProps) {
  const { objective, figure, readAt } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const words = useWords();
  const sentence = budgetSentence({ objective, figure, words, t });
  return (
    <section>
      <p className={styles.second}>
        {t('explain.subtitle', {
          figure: figureName({ id: figure, formats: words.formats, t }),
          service: refName(objective.entityRef),
          objective: objective.displayName,
          time: words.formats.instant(readAt, 'exact'),
        })}
      </p>
      <p className={styles.sentence}>
        {objective.state === 'ok' || sentence !== undefined ? (
          sentence
        ) : (
          <ReasonText objective={objective} />
        )}
      </p>
    </section>
  );
}

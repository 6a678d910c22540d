import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CardList,
  FigureRow,
  useFormats,
} from '@plimsoll/plugin-plimsoll-react';
import type { RollupSum, SloRollup } from '@plimsoll/plugin-slo-common';
import styles from '../explanation/explanation.module.css';
import { sloTranslationRef } from '../translation';
import { sumWords } from './sumWords';

/** @internal */
export interface ApartSectionProps {
  rollup: SloRollup;
  /** That is explained. */
  sum: RollupSum;
}

/** What cannot be added to a sum, and what is in no sum at all. */
export function ApartSection(props: ApartSectionProps) {
  const { rollup, sum } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const others = rollup.sums.filter(other => other !== sum);
  return (
    <>
      {others.length > 0 && (
        <section>
          <h3 className={styles.title}>{t('rollupExplain.apart')}</h3>
          <p className={styles.second}>{t('rollupExplain.apartWhy')}</p>
          <CardList>
            {others.map(other => {
              const words = sumWords({ sum: other, formats, t });
              return (
                <FigureRow
                  key={`${words.name} ${words.window} ${other.slices?.method}`}
                  name={words.name}
                  figure={words.figure}
                  ground={words.joined}
                  target={words.ground}
                />
              );
            })}
          </CardList>
        </section>
      )}
      {rollup.leftOut.length > 0 && (
        <section>
          <h3 className={styles.title}>{t('rollupExplain.leftOut')}</h3>
          <CardList>
            {rollup.leftOut.map(({ reason, objectives }) => (
              <FigureRow
                key={reason}
                name={t('rollup.objectives', { count: objectives })}
                figure=""
                ground={t(`rollupExplain.reason.${reason}`)}
              />
            ))}
          </CardList>
        </section>
      )}
    </>
  );
}

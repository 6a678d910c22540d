import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '@plimsoll/plugin-plimsoll-react';
import type { Explanation, ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import styles from './SpentSection.module.css';
import shared from './explanation.module.css';

/** @internal */
export interface SpentSectionProps {
  spent: Explanation['spent'];
  objective: Pick<ObjectiveStatus, 'budget'>;
}

/** Stretches that spent less are not worth a row. */
const SMALLEST = 0.005;

/** The stretches that spent most, and what all the rest spent. */
export function SpentSection(props: SpentSectionProps) {
  const { spent, objective } = props;
  const { consumed } = objective.budget;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();

  const told = spent.filter(({ share }) => share >= SMALLEST);
  const toldShare = told.reduce((sum, { share }) => sum + share, 0);
  const rest = consumed === undefined ? 0 : consumed - toldShare;
  const rows = [
    ...told.map(({ from, to, bad, share }) => ({
      id: from,
      name: t('explain.span', {
        from: formats.instant(new Date(from), 'short'),
        to: formats.instant(new Date(to), 'clock'),
      }),
      second: t('explain.spentBad', {
        // Fractions and large counts are plural in every language we know.
        count: bad === 1 ? 1 : Math.max(2, Math.round(bad)),
        bad: formats.count(bad),
      }),
      share,
    })),
    ...(rest > 0.0005
      ? [
          {
            id: 'rest',
            name: t('explain.spentRest'),
            second: t('explain.spentRestWhy'),
            share: rest,
          },
        ]
      : []),
  ];
  const longest = Math.max(0.5, ...rows.map(({ share }) => share));
  return (
    <section>
      <h3 className={shared.title}>{t('explain.spent')}</h3>
      <ul className={shared.rows}>
        {rows.map(({ id, name, second, share }) => (
          <li key={id} className={styles.row}>
            <span>
              {name}
              <span className={shared.below}>{second}</span>
            </span>
            <span className={styles.bar} aria-hidden>
              <span
                className={styles.fill}
                style={{ inlineSize: `${(share / longest) * 100}%` }}
              />
            </span>
            <span className={styles.share}>{formats.share(share)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

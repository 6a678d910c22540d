import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DEFAULT_LOAD_LINE,
  LoadLineMark,
  useFormats,
  useNow,
} from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import styles from './ListFooter.module.css';

/** @internal */
export interface ListFooterProps {
  objectives: readonly ObjectiveStatus[];
}

/** What the stroke means, and how fresh the numbers are. */
export function ListFooter(props: ListFooterProps) {
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const now = useNow();
  const evaluated = props.objectives.flatMap(({ evaluatedAt }) =>
    evaluatedAt ? [Date.parse(evaluatedAt)] : [],
  );
  return (
    <p className={styles.footer}>
      <span className={styles.part}>
        <LoadLineMark />
        {t('page.loadLine', {
          share: formats.share(DEFAULT_LOAD_LINE, { decimals: 0 }),
        })}
      </span>
      {evaluated.length > 0 && (
        <span>
          {t('page.evaluated', {
            ago: formats.relative(new Date(Math.min(...evaluated)), now),
          })}
        </span>
      )}
    </p>
  );
}

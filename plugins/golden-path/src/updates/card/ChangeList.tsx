import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { VersionChanges } from '@plimsoll/plugin-golden-path-common';
import { goldenPathTranslationRef } from '../../translation';
import styles from './UpdateCard.module.css';

/** What newer versions bring, in the words of who wrote them. */
export function ChangeList(props: { changes: VersionChanges[] }) {
  const { t } = useTranslationRef(goldenPathTranslationRef);
  const { changes } = props;
  const lines = changes.flatMap(one =>
    one.changes.map(text => ({ text, version: one.version })),
  );
  return lines.length === 0 ? (
    <p className={styles.second}>{t('update.card.none')}</p>
  ) : (
    <ul className={styles.changes}>
      {lines.map(({ text, version }) => (
        <li key={`${version} ${text}`}>
          {changes.length > 1 ? `${version}: ${text}` : text}
        </li>
      ))}
    </ul>
  );
}

import type { MappingRulePreview } from '@plimsoll/plugin-stability-common';
import { useVoice } from '../words';
import styles from './RuleDialog.module.css';

/** @internal */
export interface RulePreviewProps {
  preview?: MappingRulePreview;
}

/** What a rule would match: how many, and some of them. */
export function RulePreview(props: RulePreviewProps) {
  const { preview } = props;
  const { formats, t } = useVoice();
  if (!preview) {
    return null;
  }
  return (
    <div className={styles.preview} role="status">
      <p className={styles.count}>
        {preview.matches === 0
          ? t('rule.wouldNone')
          : t('rule.would', { count: preview.matches })}
      </p>
      {preview.examples.length > 0 && (
        <>
          <p>{t('rule.examples')}</p>
          <ul>
            {preview.examples.map(({ id, source, summary, receivedAt }) => (
              <li key={id}>
                {source} · {summary} ·{' '}
                {formats.instant(new Date(receivedAt), 'short')}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{t('rule.saveWhy')}</p>
    </div>
  );
}

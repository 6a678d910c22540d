import type { MetricExplanation } from '@plimsoll/plugin-stability-common';
import { useVoice } from '../words';
import styles from './explanation.module.css';

/** @internal */
export interface DefinitionSectionProps {
  definition: Pick<MetricExplanation['formula'], 'id' | 'version'>;
}

/** What the number means, in the version that it was computed by. */
export function DefinitionSection(props: DefinitionSectionProps) {
  const { id, version } = props.definition;
  const { t } = useVoice();
  const words = {
    id,
    version: String(version),
  };
  return (
    <section>
      <h3 className={styles.title}>{t('explain.means')}</h3>
      <p className={styles.text}>
        {version === 1
          ? t(`definition.${id}/1`)
          : t('explain.unknownVersion', { version: words.version })}
      </p>
      <p className={styles.second}>{t('explain.version', words)}</p>
    </section>
  );
}

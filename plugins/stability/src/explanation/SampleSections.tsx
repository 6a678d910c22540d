import type { MetricExplanation } from '@plimsoll/plugin-stability-common';
import { useVoice, type FactIndex } from '../words';
import { SampleList, type SampleEntry } from './SampleList';
import { useSampleEntries } from './useSampleEntries';
import styles from './explanation.module.css';

/** @internal */
export interface SampleSectionsProps {
  entityRef: string;
  explanation: MetricExplanation;
  index: FactIndex;
}

/** What was counted, and what was left out and why. */
export function SampleSections(props: SampleSectionsProps) {
  const { entityRef, explanation, index } = props;
  const { t } = useVoice();
  const entries = useSampleEntries({ entityRef, explanation, index });
  const counted = entries.filter(({ leftOut }) => !leftOut);
  const leftOut = entries.filter(entry => entry.leftOut);
  const section = (title: string, list: readonly SampleEntry[]) =>
    list.length > 0 && (
      <section>
        <h3 className={styles.title}>{title}</h3>
        <SampleList entries={list} />
      </section>
    );
  return (
    <>
      {entries.length === 0 && (
        <p className={styles.text}>{t('explain.nothing')}</p>
      )}
      {section(t('explain.counted'), counted)}
      {section(t('explain.leftOut'), leftOut)}
    </>
  );
}

import { RiInformationLine } from '@remixicon/react';
import type { CostProof } from '@plimsoll/plugin-cost-common';
import { dayText, useVoice } from '../words';
import styles from './SourceNotice.module.css';

/** @internal */
export interface SourceNoticeProps {
  proof: Pick<CostProof, 'sources' | 'reading'>;
}

/**
 * Says which bill is late or cannot be read, or that it is only being read yet;
 * nothing while all are there.
 */
export function SourceNotice(props: SourceNoticeProps) {
  const { formats, t } = useVoice();
  const { sources, reading } = props.proof;
  const notices = sources.flatMap(source => {
    const { name, state, completeTo } = source;
    if (state === 'failing') {
      return [t('proof.failing', { sources: name })];
    }
    // What has not been read yet is not late.
    return state === 'late' && completeTo && !reading
      ? [
          t('proof.late', {
            sources: name,
            day: dayText(completeTo, { formats }),
          }),
        ]
      : [];
  });
  return (
    <>
      {[...readingTexts(), ...notices].map(notice => (
        <p key={notice} className={styles.notice}>
          <RiInformationLine size={14} aria-hidden />
          {notice}
        </p>
      ))}
    </>
  );

  function readingTexts(): string[] {
    const { read = 0, of = 0, clusters = [] } = reading ?? {};
    return [
      ...(read < of
        ? [
            t('proof.reading', {
              read: formats.count(read),
              of: formats.count(of),
            }),
          ]
        : []),
      ...(clusters.length > 0
        ? [t('proof.readingClusters', { clusters: clusters.join(', ') })]
        : []),
    ];
  }
}

import { RiInformationLine } from '@remixicon/react';
import type { CostProof } from '@plimsoll/plugin-cost-common';
import { dayText, useVoice } from '../words';
import styles from './SourceNotice.module.css';

/** @internal */
export interface SourceNoticeProps {
  proof: Pick<CostProof, 'sources'>;
}

/** Says which bill is late or cannot be read; nothing while all are there. */
export function SourceNotice(props: SourceNoticeProps) {
  const { formats, t } = useVoice();
  const notices = props.proof.sources.flatMap(source => {
    const { name, state, completeTo } = source;
    if (state === 'failing') {
      return [t('proof.failing', { sources: name })];
    }
    return state === 'late' && completeTo
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
      {notices.map(notice => (
        <p key={notice} className={styles.notice}>
          <RiInformationLine size={14} aria-hidden />
          {notice}
        </p>
      ))}
    </>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { refName } from '@plimsoll/plugin-plimsoll-react';
import type { ObjectivePage } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { DocumentNotice } from './DocumentNotice';

/** @internal */
export interface ConflictNoticeProps {
  page: Pick<ObjectivePage, 'conflicts' | 'totalConflicts'>;
}

/** Documents that share a name: one is measured, the others are not. */
export function ConflictNotice(props: ConflictNoticeProps) {
  const { conflicts, totalConflicts } = props.page;
  const { t } = useTranslationRef(sloTranslationRef);
  if (conflicts.length === 0) {
    return null;
  }
  const rest = totalConflicts - conflicts.length;
  return (
    <DocumentNotice
      title={t('conflicts.title', { count: totalConflicts })}
      why={t('conflicts.why')}
      entries={conflicts.map(({ entityRef, kept, ignored }) => ({
        key: entityRef,
        name: refName(entityRef),
        lines: [
          ignored.includes(kept)
            ? t('conflicts.twice', { location: kept })
            : t('conflicts.measured', { location: kept }),
          ...ignored
            .filter(location => location !== kept)
            .map(location => t('conflicts.ignored', { location })),
        ],
      }))}
      more={rest > 0 ? t('conflicts.more', { count: rest }) : undefined}
    />
  );
}

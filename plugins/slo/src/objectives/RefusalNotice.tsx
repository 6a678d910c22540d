import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { refName } from '@plimsoll/plugin-plimsoll-react';
import type { ObjectivePage } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { DocumentNotice } from './DocumentNotice';

/** @internal */
export interface RefusalNoticeProps {
  page: Pick<ObjectivePage, 'refusedDocuments' | 'totalRefusedDocuments'>;
}

/** Documents that the catalog refuses: nothing they say is measured. */
export function RefusalNotice(props: RefusalNoticeProps) {
  const { refusedDocuments, totalRefusedDocuments } = props.page;
  const { t } = useTranslationRef(sloTranslationRef);
  if (refusedDocuments.length === 0) {
    return null;
  }
  const rest = totalRefusedDocuments - refusedDocuments.length;
  return (
    <DocumentNotice
      title={t('refusals.title', { count: totalRefusedDocuments })}
      why={t('refusals.why')}
      entries={refusedDocuments.map(({ ref, location, errors }, index) => ({
        key: ref ?? location ?? String(index),
        name: ref === undefined ? t('refusals.file') : refName(ref),
        lines: [
          ...(location === undefined ? [] : [t('refusals.from', { location })]),
          ...errors.map(({ path, message }) =>
            path === undefined ? (
              message
            ) : (
              <>
                <code>{path}</code> {message}
              </>
            ),
          ),
        ],
      }))}
      more={rest > 0 ? t('refusals.more', { count: rest }) : undefined}
    />
  );
}

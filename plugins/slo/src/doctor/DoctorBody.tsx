import type { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CardFooter,
  entityName,
  ReadState,
  RefreshNotice,
  useFormats,
  useNow,
  ViewMessage,
  type Polled,
} from '@plimsoll/plugin-plimsoll-react';
import {
  sloObjectiveReadPermission,
  type CheckReport,
} from '@plimsoll/plugin-slo-common';
import { NoSource } from '../empty';
import { sloTranslationRef } from '../translation';
import { FindingRows } from './FindingRows';

/** @internal */
export interface DoctorBodyProps {
  entity: Entity;
  check: Polled<CheckReport>;
}

/** The findings, or why there are none. */
export function DoctorBody(props: DoctorBodyProps) {
  const { entity, check } = props;
  const { data: report } = check;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const now = useNow();
  if (!report) {
    return (
      <ReadState
        polled={check}
        entity={entity}
        title={t('doctor.failed')}
        backend="slo"
        permission={sloObjectiveReadPermission.name}
        refused={t('doctor.refused')}
        rows={3}
      />
    );
  }
  if (report.documents === 0 && report.findings.length === 0) {
    return (
      <ViewMessage kind="empty" title={t('doctor.empty')}>
        {t('doctor.emptyWhy')}
      </ViewMessage>
    );
  }
  if (!report.hasSources) {
    return (
      <NoSource
        service={{ name: entityName(entity), objectives: report.objectives }}
      />
    );
  }
  return (
    <>
      {report.findings.length > 0 ? (
        <FindingRows
          findings={report.findings}
          withDocument={entity.kind.toLocaleLowerCase('en-US') !== 'slo'}
        />
      ) : (
        <ViewMessage kind="empty" title={t('doctor.fine')}>
          {t(report.asked > 0 ? 'doctor.fineWhy' : 'doctor.fineUnasked')}
        </ViewMessage>
      )}
      <RefreshNotice polled={check} />
      <CardFooter>
        <p>
          {t('doctor.footer', {
            ago: formats.relative(new Date(report.checkedAt), now),
            asked: String(report.asked),
            count: report.objectives,
          })}
        </p>
      </CardFooter>
    </>
  );
}

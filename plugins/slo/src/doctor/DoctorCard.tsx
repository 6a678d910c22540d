import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { CardFrame } from '@plimsoll/plugin-plimsoll-react';
import type { CheckReport, FindingSeverity } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { DoctorBody } from './DoctorBody';
import { useCheck } from './useCheck';

/**
 * What is wrong with the OpenSLO documents of a service, or with one SLO, and
 * how to mend it.
 *
 * @public
 */
export function DoctorCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(sloTranslationRef);
  const check = useCheck(stringifyEntityRef(entity));
  const { data } = check;
  return (
    <CardFrame
      title={t('doctor.title')}
      subtitle={data && data.findings.length > 0 && summaryOf(data)}
    >
      <DoctorBody entity={entity} check={check} />
    </CardFrame>
  );

  function summaryOf({ findings }: CheckReport): string {
    const count = (severity: FindingSeverity) =>
      findings.filter(finding => finding.severity === severity).length;
    const [errors, warnings, notes] = [
      count('error'),
      count('warning'),
      count('info'),
    ];
    return [
      errors > 0 && t('doctor.errors', { count: errors }),
      warnings > 0 && t('doctor.warnings', { count: warnings }),
      notes > 0 && t('doctor.notes', { count: notes }),
    ]
      .filter(Boolean)
      .join(', ');
  }
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ReadState as SharedReadState,
  type ReadStateProps as SharedReadStateProps,
} from '@plimsoll/plugin-plimsoll-react';
import { sloObjectiveReadPermission } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';

/** @internal */
export type ReadStateProps = Pick<
  SharedReadStateProps,
  'polled' | 'entity' | 'rows'
>;

/** Why objectives are not there: they are being read, refused, or broken. */
export function ReadState(props: ReadStateProps) {
  const { t } = useTranslationRef(sloTranslationRef);
  return (
    <SharedReadState
      {...props}
      title={t('error.objectives')}
      backend="slo"
      permission={sloObjectiveReadPermission.name}
      refused={t('permission.title')}
    />
  );
}

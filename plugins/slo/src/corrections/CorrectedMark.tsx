import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CorrectedMark as Mark,
  useFormats,
} from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { headlineFigure } from '../figures';
import { sloTranslationRef } from '../translation';
import { rawFigure } from './rawFigureText';

/** @internal */
export interface CorrectedMarkProps {
  objective: ObjectiveStatus;
}

/** Marks the budget of a corrected objective. Nothing for others. */
export function CorrectedMark(props: CorrectedMarkProps) {
  const { objective } = props;
  const { corrections } = objective;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  if (!corrections) {
    return null;
  }
  const { count, excludedSeconds, aheadSeconds = 0 } = corrections;
  const id = headlineFigure(objective);
  return (
    <Mark
      count={count}
      seconds={excludedSeconds + aheadSeconds}
      raw={rawFigure({ objective, id, formats, t })}
    />
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Fault } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { FaultText } from './FaultText';

/** @internal */
export interface FaultLinesProps {
  faults: readonly Fault[];
  className: string;
}

/** Faults with their places, one a line; warnings say that they are. */
export function FaultLines(props: FaultLinesProps) {
  const { faults, className } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  return (
    <ul className={className}>
      {faults.map(({ path, message, severity }) => (
        <li key={`${path} ${message}`}>
          {severity === 'warning' && <>{t('reason.warning')} </>}
          <FaultText path={path} message={message} />
        </li>
      ))}
    </ul>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import styles from './OriginMark.module.css';

/** @internal */
export interface OriginMarkProps {
  objective: Pick<ObjectiveStatus, 'origin'>;
}

/**
 * Marks an objective that is read off the rules of another tool by the tool's
 * name, a space behind what stands before it; nothing for a document of the
 * catalog.
 */
export function OriginMark(props: OriginMarkProps) {
  const { origin } = props.objective;
  const { t } = useTranslationRef(sloTranslationRef);
  if (!origin) {
    return null;
  }
  return (
    <>
      {' '}
      <span className={styles.mark} title={t(`origin.title.${origin}`)}>
        {t(`origin.name.${origin}`)}
      </span>
    </>
  );
}

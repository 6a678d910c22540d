import { AccentLink } from '@plimsoll/plugin-plimsoll-react';
import type { ServiceStability } from '@plimsoll/plugin-stability-common';
import { useStabilityPaths } from '../routes';
import { refName } from '../words';
import styles from './cells.module.css';

/** @internal */
export interface ServiceNameProps {
  service: ServiceStability;
}

/** The service, and below it whose it is. */
export function ServiceName(props: ServiceNameProps) {
  const { entityRef, title, owner, system } = props.service;
  const href = useStabilityPaths().tab(entityRef);
  const name = title ?? refName(entityRef);
  return (
    <span className={styles.name}>
      {href ? <AccentLink href={href}>{name}</AccentLink> : name}
      <span className={styles.second}>
        {[owner, system]
          .flatMap(ref => (ref ? [refName(ref)] : []))
          .join(' \u00b7 ')}
      </span>
    </span>
  );
}

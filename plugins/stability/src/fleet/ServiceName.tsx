import { AccentLink, refName, TwoLines } from '@plimsoll/plugin-plimsoll-react';
import type { ServiceStability } from '@plimsoll/plugin-stability-common';
import { useStabilityPaths } from '../routes';

/** @internal */
export interface ServiceNameProps {
  service: ServiceStability;
}

/** Pixels below which the names of services would break. */
const LEAST_WIDTH = 130;

/** The service, and below it whose it is. */
export function ServiceName(props: ServiceNameProps) {
  const { entityRef, title, owner, system } = props.service;
  const href = useStabilityPaths().tab(entityRef);
  const name = title ?? refName(entityRef);
  return (
    <TwoLines
      leastWidth={LEAST_WIDTH}
      second={[owner, system]
        .flatMap(ref => (ref ? [refName(ref)] : []))
        .join(' \u00b7 ')}
    >
      {href ? <AccentLink href={href}>{name}</AccentLink> : name}
    </TwoLines>
  );
}

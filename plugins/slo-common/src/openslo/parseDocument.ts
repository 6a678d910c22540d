import type { JsonValue } from '@backstage/types';
import type { Fault } from '../objective/ObjectiveDefinition';
import {
  OPENSLO_API_VERSIONS,
  OPENSLO_KINDS,
  type OpenSloDocument,
} from './OpenSloDocument';
import { ALERTS_WITHOUT_EFFECT } from './alertsWithoutEffect';
import { FaultLog } from './reading/FaultLog';
import { Place } from './reading/Place';
import { plainValue } from './reading/plainValue';
import { readAlertConditionSpec } from './reading/readAlertCondition';
import { readAlertPolicySpec } from './reading/readAlertPolicy';
import { readMetadata } from './reading/readMetadata';
import { readSliSpec } from './reading/readSliSpec';
import { readSloSpec } from './reading/readSloSpec';

const FIELDS = ['apiVersion', 'kind', 'metadata', 'spec'];
/** What the catalog adds to an entity's root. */
const CATALOG_FIELDS = ['relations', 'status'];

/** @public */
export interface ParseOpenSloDocumentOptions {
  /**
   * The document is an entity of the catalog: relations and status are no
   * surprise, nor are Backstage's own fields of the metadata.
   */
  fromCatalog?: boolean;
}

/**
 * Either a document that keeps OpenSLO's rules, or all faults that were found.
 * Warnings name what other tools would refuse and what has no effect here.
 *
 * @public
 */
export type ParsedOpenSloDocument =
  | { document: OpenSloDocument; faults?: undefined; warnings: Fault[] }
  | { document?: undefined; faults: Fault[]; warnings: Fault[] };

/**
 * Reads one OpenSLO v1 document, as a YAML or JSON parser gives it.
 *
 * The rules are those of the OpenSLO v1 text and of the checks in its Go SDK:
 * fields that are not known are faults. It is milder in three ways, each with
 * a warning: fields of Backstage in the metadata, `op` and `value` beside a
 * ratio metric, and a `timeSliceWindow` in bare minutes. It is stricter where
 * a document could not be measured or should not be seen: a window needs an
 * hour, `service` must be able to name an entity, and no query holds a
 * credential.
 *
 * The result never holds the spec of a DataSource, Service or
 * AlertNotificationTarget. Nothing that is passed in makes it throw.
 *
 * @public
 */
export function parseOpenSloDocument(
  value: unknown,
  options: ParseOpenSloDocumentOptions = {},
): ParsedOpenSloDocument {
  const plain = plainValue(value);
  if ('fault' in plain) {
    return { faults: [plain.fault], warnings: [] };
  }
  const log = new FaultLog();
  const document = readDocument(log, {
    value: plain.value,
    fromCatalog: options.fromCatalog ?? false,
  });
  const { faults, warnings } = log;
  return faults.length > 0 ? { faults, warnings } : { document, warnings };
}

function readDocument(
  log: FaultLog,
  options: { value: JsonValue; fromCatalog: boolean },
): OpenSloDocument {
  const root = Place.root({ value: options.value, log });
  root.object(options.fromCatalog ? [...FIELDS, ...CATALOG_FIELDS] : FIELDS, {
    mend: 'write apiVersion, kind, metadata and spec',
  });
  const apiVersion = root.at('apiVersion').oneOf(OPENSLO_API_VERSIONS, {
    mend: 'write openslo/v1, the version that Plimsoll reads',
  });
  const kind = root.at('kind').oneOf(OPENSLO_KINDS, {
    mend: 'write SLO or SLI',
  });
  const metadata = readMetadata(root.at('metadata'), options);
  const spec = root.at('spec');
  if (log.faults.some(({ path }) => path === 'apiVersion' || path === 'kind')) {
    // The rules of another version or kind would only mislead.
    return { apiVersion, kind: 'Service', metadata, spec: {} };
  }
  if (kind === 'AlertPolicy' || kind === 'AlertCondition') {
    spec.warn(`has ${ALERTS_WITHOUT_EFFECT}`);
  }
  switch (kind) {
    case 'SLO':
      return { apiVersion, kind, metadata, spec: readSloSpec(spec) };
    case 'SLI':
      return { apiVersion, kind, metadata, spec: readSliSpec(spec) };
    case 'AlertPolicy':
      return { apiVersion, kind, metadata, spec: readAlertPolicySpec(spec) };
    case 'AlertCondition':
      return { apiVersion, kind, metadata, spec: readAlertConditionSpec(spec) };
    default:
      return { apiVersion, kind, metadata, spec: {} };
  }
}

import type { OpenSloMetadata } from '../OpenSloDocument';
import type { Place } from './Place';

const OWN_FIELDS = ['name', 'displayName', 'labels', 'annotations'];

/**
 * What Backstage adds to a document's metadata. Authors may write these too;
 * other OpenSLO tools will then refuse the document.
 */
const BACKSTAGE_FIELDS = [
  'namespace',
  'title',
  'description',
  'tags',
  'links',
  'uid',
  'etag',
];

const LABEL_KEY = /^[a-zA-Z0-9]([-._a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$/;
const ANNOTATION_KEY =
  /^([a-z0-9][-.a-z0-9]{0,252}\/)?[a-zA-Z0-9]([-._a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$/;

/** Beyond this only some tools complain; beyond the other no list shows it. */
const PORTABLE_DISPLAY_NAME = 63;
const MAX_DISPLAY_NAME = 255;

/** Metadata of a document of its own. */
export function readMetadata(
  place: Place,
  options: { fromCatalog: boolean },
): OpenSloMetadata {
  const metadata = read(place, [...OWN_FIELDS, ...BACKSTAGE_FIELDS]);
  if (!options.fromCatalog) {
    for (const key of place.keys().filter(k => BACKSTAGE_FIELDS.includes(k))) {
      place
        .at(key)
        .warn(`is Backstage's own; other OpenSLO tools refuse this document`);
    }
  }
  const namespace = place
    .at('namespace')
    .ifSet(p =>
      p.dnsLabel({ mend: 'name the namespace, or leave it out for default' }),
    );
  return { ...metadata, ...(namespace !== undefined && { namespace }) };
}

/** Metadata of something written inside another document. */
export function readInlineMetadata(place: Place): OpenSloMetadata {
  return read(place, OWN_FIELDS);
}

function read(place: Place, fields: string[]): OpenSloMetadata {
  place.object(fields, { mend: 'give it a name: metadata: { name: ... }' });
  const displayName = place.at('displayName').ifSet(readDisplayName);
  const labels = place.at('labels').ifSet(readLabels);
  const annotations = place.at('annotations').ifSet(readAnnotations);
  return {
    name: place.at('name').dnsLabel({
      mend: 'give it a name of its own, best <component>-<what it measures>',
    }),
    ...(displayName !== undefined && { displayName }),
    ...(labels && { labels }),
    ...(annotations && { annotations }),
  };
}

/** Text that people see; also that of an objective. */
export function readDisplayName(place: Place): string {
  const value = place.text({
    mend: 'write a name for people, or leave the field out',
    max: MAX_DISPLAY_NAME,
  });
  if (value.length > PORTABLE_DISPLAY_NAME) {
    place.warn(
      `is longer than ${PORTABLE_DISPLAY_NAME} characters; some OpenSLO tools refuse that`,
    );
  }
  return value;
}

function readLabels(place: Place): Record<string, string | string[]> {
  place.json({ mend: 'write labels as a mapping: { team: payments }' });
  const labels: Record<string, string | string[]> = {};
  for (const key of place.keys()) {
    const label = place.at(key);
    if (!LABEL_KEY.test(key)) {
      label.fault(
        `is no label key; use at most 63 letters, digits, '-', '_' and '.', with a letter or a digit at both ends`,
      );
      continue;
    }
    const mend = 'write text, or a list of texts';
    labels[key] = label.isList
      ? label
          .list({ mend: 'keep at most 100 values', min: 0, max: 100 })
          .map(item => item.anyText({ mend }))
      : label.anyText({ mend });
  }
  return labels;
}

function readAnnotations(place: Place): Record<string, string> {
  place.json({ mend: 'write annotations as a mapping of texts' });
  const annotations: Record<string, string> = {};
  for (const key of place.keys()) {
    const annotation = place.at(key);
    if (!ANNOTATION_KEY.test(key)) {
      annotation.fault(
        `is no annotation key; write name or domain/name, each name of at most 63 letters, digits, '-', '_' and '.'`,
      );
      continue;
    }
    annotations[key] = annotation.anyText({ mend: 'write text' });
  }
  return annotations;
}

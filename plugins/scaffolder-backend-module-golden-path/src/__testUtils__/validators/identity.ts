import { isDeepStrictEqual } from 'node:util';
import { parseAllDocuments } from 'yaml';
import type { Validator } from './Validator';

/** What somebody typed stands in the catalog's file letter by letter. */
export const identity: Validator = {
  name: 'tells the catalog what the form said',
  validate({ service, read }) {
    const component = parseAllDocuments(read('catalog-info.yaml'))
      .map(document => document.toJS())
      .find(entity => entity?.kind === 'Component');
    const expected: Record<string, [unknown, unknown]> = {
      name: [component?.metadata?.name, service.name],
      description: [component?.metadata?.description, service.description],
      owner: [component?.spec?.owner, service.owner.ref],
      system: [component?.spec?.system, service.system.ref],
      lifecycle: [component?.spec?.lifecycle, service.lifecycle],
      'source location': [
        component?.metadata?.annotations?.['backstage.io/source-location'],
        service.repository.sourceLocation,
      ],
      dependencies: [
        [...service.dependsOn].filter(
          ref => !component?.spec?.dependsOn?.includes(ref),
        ),
        [],
      ],
    };
    return Object.entries(expected)
      .filter(([, [found, wanted]]) => !isDeepStrictEqual(found, wanted))
      .map(
        ([what, [found, wanted]]) =>
          `catalog-info.yaml: ${what} is ${JSON.stringify(
            found,
          )}, not ${JSON.stringify(wanted)}`,
      );
  },
};

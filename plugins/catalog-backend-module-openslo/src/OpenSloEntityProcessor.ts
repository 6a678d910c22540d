import type { Entity } from '@backstage/catalog-model';
import {
  type CatalogProcessor,
  type CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { parseOpenSloDocument } from '@plimsoll/plugin-slo-common';
import { catalogEntity } from './entity/catalogEntity';
import { documentError } from './entity/documentError';
import { documentRelations } from './entity/documentRelations';
import { withWarnings } from './entity/withWarnings';

/** Any version, so that a wrong one is named instead of "not recognized". */
const OPENSLO_GROUPS = ['openslo/', 'openslo.com/'];

/**
 * Makes entities of OpenSLO documents.
 *
 * The document is judged before the catalog's own policies see it, as its
 * author wrote it: so all faults are listed at once, in OpenSLO's words. With a
 * fault, the catalog keeps the last version that had none and shows the error
 * on its page.
 *
 * @public
 */
export class OpenSloEntityProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'OpenSloEntityProcessor';
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    if (!isOpenSlo(entity)) {
      return entity;
    }
    const parsed = parseOpenSloDocument(entity);
    if (!parsed.document) {
      throw documentError(parsed.faults);
    }
    return catalogEntity(entity, parsed.document);
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    return isOpenSlo(entity);
  }

  async postProcessEntity(
    entity: Entity,
    _location: unknown,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    if (!isOpenSlo(entity)) {
      return entity;
    }
    const parsed = parseOpenSloDocument(entity, { fromCatalog: true });
    if (!parsed.document) {
      throw documentError(parsed.faults);
    }
    for (const relation of documentRelations(entity, parsed.document)) {
      emit(processingResult.relation(relation));
    }
    return withWarnings(entity, parsed.warnings);
  }
}

function isOpenSlo(entity: Entity): boolean {
  return OPENSLO_GROUPS.some(group => entity.apiVersion.startsWith(group));
}

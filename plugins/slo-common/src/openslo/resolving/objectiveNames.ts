import type { Fault } from '../../objective/ObjectiveDefinition';
import type { SloDocument } from '../SloDocument';
import { slug } from '../slug';

/** What one objective of a document is called. */
export interface ObjectiveName {
  /** Unique in its document. */
  name: string;
  displayName: string;
  /** Set when another objective of the document has the name already. */
  fault?: Fault;
}

/**
 * Names of a document's objectives, in its order. An objective whose name is
 * taken keeps a name of its own, so that it can be listed with its fault and
 * never overwrites the first.
 */
export function objectiveNames(document: SloDocument): ObjectiveName[] {
  const { objectives } = document.spec;
  const wanted = objectives.map(
    (objective, index) =>
      slug(objective.displayName ?? '') || `objective-${index + 1}`,
  );
  const documentName = document.metadata.displayName ?? document.metadata.name;
  return objectives.map((objective, index) => {
    const first = wanted.indexOf(wanted[index]);
    const displayName =
      objective.displayName ??
      (objectives.length === 1
        ? documentName
        : `${documentName} (${index + 1})`);
    if (first === index) {
      return { name: wanted[index], displayName };
    }
    return {
      name: freeName(wanted, index),
      displayName,
      fault: {
        path: `spec.objectives[${index}].displayName`,
        message: `gives the name '${wanted[index]}', which spec.objectives[${first}] has already; write another displayName`,
      },
    };
  });
}

function freeName(wanted: string[], index: number): string {
  let name = `${wanted[index]}-${index + 1}`;
  while (wanted.includes(name)) {
    name = `${name}-${index + 1}`;
  }
  return name;
}

import { join } from 'node:path';
import ts from 'typescript';

const SOURCE = join(__dirname, 'KnownObjects.ts');

let known: { checker: ts.TypeChecker; types: Map<string, ts.Type> } | undefined;

/**
 * Fields of an object that its kind does not have, as paths such as
 * `spec.template.spec.containers[0].livenesProbe`. The models' validators let
 * them pass, as an API server does that is not asked to be strict; their types
 * do not, so it is the types that are asked.
 *
 * @param type - apiVersion and kind, of `KnownObjects`
 * @returns nothing where the kind is not known
 */
export function unknownFields(
  type: string,
  object: object,
): string[] | undefined {
  known ??= readTypes();
  const { checker, types } = known;
  const found = types.get(type);
  return found && unknownIn({ checker, value: object, type: found, path: '' });
}

function readTypes() {
  const program = ts.createProgram([SOURCE], {
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    skipLibCheck: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(SOURCE)!;
  const [declared] = checker.getExportsOfModule(
    checker.getSymbolAtLocation(source)!,
  );
  const all = checker.getDeclaredTypeOfSymbol(declared);
  const types = new Map(
    all
      .getProperties()
      .map(property => [property.name, checker.getTypeOfSymbol(property)]),
  );
  return { checker, types };
}

function unknownIn(options: {
  checker: ts.TypeChecker;
  value: unknown;
  type: ts.Type;
  path: string;
}): string[] {
  const { checker, value, path } = options;
  const type = checker.getNonNullableType(options.type);
  if (typeof value !== 'object' || value === null || isOpen(checker, type)) {
    return [];
  }
  if (type.isUnion()) {
    const [best = []] = type.types
      .map(one => unknownIn({ ...options, type: one }))
      .sort((a, b) => a.length - b.length);
    return best;
  }
  if (Array.isArray(value)) {
    const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    return value.flatMap((one, index) =>
      element
        ? unknownIn({
            checker,
            value: one,
            type: element,
            path: `${path}[${index}]`,
          })
        : [`${path}[${index}]`],
    );
  }
  const others = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  return Object.entries(value).flatMap(([name, field]) => {
    const at = path ? `${path}.${name}` : name;
    const property = type.getProperty(name);
    const of = property ? checker.getTypeOfSymbol(property) : others;
    return of ? unknownIn({ checker, value: field, type: of, path: at }) : [at];
  });
}

/** Whether anything may stand there. */
function isOpen(checker: ts.TypeChecker, type: ts.Type): boolean {
  const { Any, Unknown, NonPrimitive } = ts.TypeFlags;
  return (
    // eslint-disable-next-line no-bitwise
    (type.flags & (Any | Unknown | NonPrimitive)) !== 0 ||
    (!type.isUnion() &&
      type.getProperties().length === 0 &&
      !checker.getIndexTypeOfType(type, ts.IndexKind.String))
  );
}

import { dirname, join } from 'node:path';
import ts from 'typescript';
import type { RenderedService } from '../renderService';
import type { Validator } from './Validator';

const FILES = ['load.ts', 'promise.ts', 'tsconfig.json'];
/** Answers by the files' text: they differ in numbers alone. */
const answers = new Map<string, string[]>();

/** The load test, by TypeScript and the types of k6. */
export const loadTest: Validator = {
  name: 'has a load test that TypeScript finds nothing in',
  validate(rendered) {
    const key = FILES.map(name => rendered.read(`load-test/${name}`))
      .join('\0')
      .replace(/\d+/g, '0');
    const answer = answers.get(key) ?? typeFaults(rendered);
    answers.set(key, answer);
    return answer;
  },
};

function typeFaults({ folder }: RenderedService): string[] {
  const project = join(folder, 'load-test');
  const read = ts.readConfigFile(
    join(project, 'tsconfig.json'),
    ts.sys.readFile,
  );
  const { options, fileNames, errors } = ts.parseJsonConfigFileContent(
    read.config,
    ts.sys,
    project,
  );
  // as if `npm install --no-save @types/k6` had been done there
  const types = dirname(require.resolve('@types/k6/package.json'));
  const program = ts.createProgram(fileNames, {
    ...options,
    typeRoots: [dirname(types)],
    paths: { k6: [types], 'k6/*': [`${types}/*`] },
  });
  return [
    ...errors,
    ...ts.getPreEmitDiagnostics(program),
    ...(read.error ? [read.error] : []),
  ].map(
    ({ file, messageText }) =>
      `${file?.fileName ?? 'load-test'}: ${ts.flattenDiagnosticMessageText(
        messageText,
        ' ',
      )}`,
  );
}

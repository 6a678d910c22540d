import { parse, type ParseError, printParseErrorCode } from 'jsonc-parser';
import { eachFile } from '../Check';

/** Files whose programs read comments and commas at the end. */
const WITH_COMMENTS =
  /(^|\/)(tsconfig[^/]*|devcontainer|\.devcontainer)\.json$|(^|\/)\.vscode\//;

/** JSON that its program can read. */
export const jsonCheck = eachFile({
  name: 'json',
  title: 'JSON can be read',
  applies: ({ path }) => path.endsWith('.json'),
  findIn({ path, text }) {
    const errors: ParseError[] = [];
    const isLoose = WITH_COMMENTS.test(path);
    parse(text, errors, {
      disallowComments: !isLoose,
      allowTrailingComma: isLoose,
    });
    return errors.map(({ error, offset }) => ({
      severity: 'error' as const,
      file: path,
      line: text.slice(0, offset).split('\n').length,
      message: `is no JSON here: ${printParseErrorCode(error)}`,
    }));
  },
});

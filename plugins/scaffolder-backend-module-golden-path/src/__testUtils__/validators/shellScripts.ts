import { Linter } from './Linter';
import type { Validator } from './Validator';

/** Never run by itself. */
const SOURCED = /(^|\/)(lib|copy|engine)\.sh$/;
const shellcheck = new Linter('shellcheck', ['--format', 'gcc']);

/** Every shell script, with what it sources, by shellcheck. */
export const shellScripts: Validator = {
  name: 'has shell scripts that shellcheck finds nothing in',
  missing: shellcheck.missing,
  async validate(rendered) {
    const scripts = rendered.files.filter(({ path }) => path.endsWith('.sh'));
    const paths = scripts.map(({ path }) => path);
    return [
      ...scripts
        .filter(({ mode, path }) => mode !== '100755' && !SOURCED.test(path))
        .map(({ path, mode }) => `${path}: its mode is ${mode}, not 100755`),
      ...(await shellcheck.find(rendered, paths, {
        with: paths.filter(path => SOURCED.test(path)),
      })),
    ];
  },
};

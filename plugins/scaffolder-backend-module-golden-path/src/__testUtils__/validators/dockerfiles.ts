import { Linter } from './Linter';
import type { Validator } from './Validator';

const hadolint = new Linter('hadolint', ['--no-color', '--format', 'tty']);

/** Every Dockerfile, by hadolint; what the house asks of one is verified before. */
export const dockerfiles: Validator = {
  name: 'has Dockerfiles that hadolint finds nothing in',
  missing: hadolint.missing,
  async validate(rendered) {
    const paths = rendered.files
      .map(({ path }) => path)
      .filter(path => /(^|\/)Dockerfile$/.test(path));
    return paths.length
      ? hadolint.find(rendered, paths)
      : ['there is no Dockerfile'];
  },
};

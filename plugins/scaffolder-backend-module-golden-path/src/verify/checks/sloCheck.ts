import { checkSloFiles } from '../../actions/slo/checkSloFiles';
import type { Check } from '../Check';
import { isYaml } from '../yamlFiles';

/** OpenSLO documents, by the doctor of the SLO plugin. */
export const sloCheck: Check = {
  name: 'slo',
  title: 'OpenSLO documents will be measured',
  applies: file =>
    isYaml(file) && /^apiVersion:\s*["']?openslo/m.test(file.text),
  find(files) {
    const { findings } = checkSloFiles(
      files.map(({ path, text }) => ({ name: path, text, isFound: true })),
    );
    return findings
      .filter(({ severity }) => severity !== 'info')
      .map(({ severity, document, path, message, fix }) => {
        const [file] = document.split(': ', 1);
        return {
          severity: severity === 'error' ? 'error' : 'warning',
          file,
          message: `${document.slice(
            file.length + 2,
          )}: ${path} ${message}. ${fix}`,
        };
      });
  },
};

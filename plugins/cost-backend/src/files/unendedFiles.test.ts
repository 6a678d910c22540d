import { createMockDirectory } from '@backstage/backend-test-utils';
import { focusCsv } from '@plimsoll/plugin-cost-node/testUtils';
import { gzipSync } from 'node:zlib';
import { readContent } from '../focus/__testUtils__/readContent';

describe('unendedFiles', () => {
  const directory = createMockDirectory();
  const whole = focusCsv([{}, {}]);
  const rulesOf = async (name: string, content: string | Buffer) => {
    const { reading } = await readContent({
      directory,
      content: { [name]: content },
    });
    return reading.faults.map(({ rule, severity, file }) => [
      rule,
      severity,
      file,
    ]);
  };

  it('warns of a file whose last row has no end', async () => {
    await expect(rulesOf('bill.csv', whole.trimEnd())).resolves.toEqual([
      ['no-last-line-break', 'warning', 'bill.csv'],
    ]);
  });

  it.each([
    ['bill.csv', whole],
    ['bill.csv', whole.replaceAll('\n', '\r\n')],
    ['bill.csv.gz', gzipSync(whole.trimEnd())],
  ])('says nothing of a whole %s', async (name, content) => {
    await expect(rulesOf(name, content)).resolves.toEqual([]);
  });
});

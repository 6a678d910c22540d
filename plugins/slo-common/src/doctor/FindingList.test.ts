import type { Finding, FindingSeverity } from './Finding';
import { FindingList } from './FindingList';

const finding = (severity: FindingSeverity, path = '$'): Finding => ({
  severity,
  check: 'document',
  document: 'SLO a',
  path,
  message: 'm',
  fix: 'f',
});

describe('FindingList', () => {
  it('keeps each once, in the order in which they were found', () => {
    const list = FindingList.create();
    list.add(finding('info'), finding('error'));
    list.add(finding('info'), finding('info', 'spec'));
    expect(list.toArray()).toEqual([
      finding('info'),
      finding('error'),
      finding('info', 'spec'),
    ]);
  });

  it('has an end, and no note keeps an error away', () => {
    const list = FindingList.create();
    for (let number = 0; number < 5_000; number += 1) {
      list.add(finding('info', `spec[${number}]`));
    }
    list.add(finding('error'));
    const found = list.toArray();
    expect(found).toHaveLength(1_001);
    expect(found.at(-1)).toEqual(finding('error'));
  });
});

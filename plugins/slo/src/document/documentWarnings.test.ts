import type { Entity } from '@backstage/catalog-model';
import { sloEntity } from '../__fixtures__/sloEntity';
import { documentWarnings } from './documentWarnings';

describe('documentWarnings', () => {
  it('takes path and sentence apart', () => {
    expect(documentWarnings(sloEntity())).toEqual([
      {
        path: 'spec.alertPolicies',
        message: 'have no effect yet',
        severity: 'warning',
      },
    ]);
  });

  it('leaves what others say in the status', () => {
    const entity = {
      ...sloEntity(),
      status: {
        items: [{ type: 'other', level: 'warning', message: 'spec.x is bad' }],
      },
    } as Entity;
    expect(documentWarnings(entity)).toEqual([]);
  });

  it('bears an entity without a status', () => {
    const { status: _, ...entity } = sloEntity() as Entity & {
      status?: unknown;
    };
    expect(documentWarnings(entity)).toEqual([]);
  });
});

import { resourceIdOf } from './resourceIdOf';

describe('resourceIdOf', () => {
  it.each([
    ['arn:aws:ec2:eu-central-1:1:volume/vol-0AB12', 'vol-0ab12'],
    [
      '//compute.googleapis.com/projects/p/zones/z/disks/d',
      'projects/p/zones/z/disks/d',
    ],
    [
      '/subscriptions/S/resourceGroups/r/providers/Microsoft.Compute/disks/d',
      '/subscriptions/s/resourcegroups/r/providers/microsoft.compute/disks/D',
    ],
    ['arn:aws:s3:::bucket', 'ARN:aws:s3:::bucket'],
    ['arn:aws:s3:eu-central-1:11:shop-exports', 'shop-exports'],
  ])('gives %s and %s one name', (bill, cluster) => {
    expect(resourceIdOf(bill)).toBe(resourceIdOf(cluster));
  });

  it('keeps apart what is not the same', () => {
    const ids = [
      'vol-1',
      'vol-2',
      'projects/p/zones/a/disks/d',
      'projects/p/zones/b/disks/d',
      'a/d',
    ];
    expect(new Set(ids.map(resourceIdOf)).size).toBe(ids.length);
  });
});

const S3_BUCKET = /^arn:aws[^:]*:s3:[^:]*:[^:]*:([^/]+)$/;
const GOOGLE_DISK = /projects\/([^/]+)\/[^/]+\/([^/]+)\/disks\/([^/]+)$/;

/**
 * One name for a resource, whether the bill names it (FOCUS `ResourceId`) or
 * a cluster (the handle of a volume): a disk on AWS by the id at the end, a
 * bucket there by its name, a disk on Google by project, place and name; all
 * else in lower case.
 */
export function resourceIdOf(id: string): string {
  const whole = id.trim().toLocaleLowerCase('en-US');
  const disk = /(?:^|[/:])(vol-[0-9a-f]+)$/.exec(whole);
  if (disk) {
    return disk[1];
  }
  const bucket = S3_BUCKET.exec(whole);
  if (bucket) {
    return bucket[1];
  }
  const google = GOOGLE_DISK.exec(whole);
  return google ? `gce/${google.slice(1).join('/')}` : whole;
}

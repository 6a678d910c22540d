import { BillRefusedError } from '@plimsoll/plugin-cost-node';

/**
 * Passes content on until there is more of it than may be downloaded, for one
 * stream or for several after each other.
 *
 * @param options.title - where it comes from, without secrets
 */
export function downloadLimit(options: {
  title: string;
  bytes: number;
}): (content: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array> {
  const { title, bytes } = options;
  let passed = 0;
  return async function* limited(content) {
    for await (const chunk of content) {
      passed += chunk.byteLength;
      if (passed > bytes) {
        throw BillRefusedError.of({
          rule: 'too-large',
          message:
            `${title} has more than ${Math.round(bytes / 1024 ** 2)} MiB: ` +
            `check what it is, split the export by month, or raise limits.megabytes of the source`,
        });
      }
      yield chunk;
    }
  };
}

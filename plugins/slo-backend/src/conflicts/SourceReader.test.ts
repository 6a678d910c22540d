import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { NotModifiedError } from '@backstage/errors';
import { SourceReader } from './SourceReader';

const SLO = 'apiVersion: openslo/v1\nkind: SLO\nmetadata: { name: a }';

describe('SourceReader', () => {
  const directory = createMockDirectory();
  const urlReader = mockServices.urlReader.mock();
  const reader = SourceReader.create({ urlReader });

  afterEach(() => jest.resetAllMocks());

  it('reads what a URL leads to, and what version it is', async () => {
    urlReader.search.mockResolvedValue({
      etag: 'v2',
      files: [
        {
          url: 'https://example.com/slo.yaml',
          content: async () => Buffer.from(SLO),
        },
        {
          url: 'https://example.com/other.yaml',
          content: async () => Buffer.from('kind: Component'),
        },
      ],
    });
    const { signal } = new AbortController();
    expect(
      await reader.read({
        target: 'url:https://example.com/*.yaml',
        etag: 'v1',
        signal,
      }),
    ).toEqual({
      etag: 'v2',
      files: [
        {
          location: 'url:https://example.com/slo.yaml',
          refs: ['slo:default/a'],
        },
      ],
    });
    expect(urlReader.search).toHaveBeenCalledWith(
      'https://example.com/*.yaml',
      expect.objectContaining({ etag: 'v1', signal }),
    );
  });

  it('says that nothing has changed', async () => {
    urlReader.search.mockRejectedValue(new NotModifiedError());
    await expect(
      reader.read({ target: 'url:https://example.com/slo.yaml' }),
    ).rejects.toThrow(NotModifiedError);
  });

  it('reads files from disk, also by a pattern', async () => {
    directory.setContent({
      'a/slo.yaml': SLO,
      'b/slo.yaml': SLO.replace('name: a', 'name: b'),
      'b/readme.md': 'openslo',
    });
    const file = directory.resolve('a/slo.yaml');
    expect(await reader.read({ target: `file:${file}` })).toEqual({
      files: [{ location: `file:${file}`, refs: ['slo:default/a'] }],
    });
    const { files } = await reader.read({
      target: `file:${directory.resolve('*/slo.yaml')}`,
    });
    expect(files.map(({ refs }) => refs).sort()).toEqual([
      ['slo:default/a'],
      ['slo:default/b'],
    ]);
  });

  it('reads no file that is too long', async () => {
    const long = `${SLO}\n# ${'x'.repeat(1024 * 1024)}`;
    directory.setContent({ 'slo.yaml': long });
    await expect(
      reader.read({ target: `file:${directory.resolve('slo.yaml')}` }),
    ).rejects.toThrow('too long');
    urlReader.search.mockResolvedValue({
      etag: '',
      files: [{ url: 'https://a', content: async () => Buffer.from(long) }],
    });
    await expect(reader.read({ target: 'url:https://a' })).rejects.toThrow(
      'too long',
    );
  });

  it('tells a missing file from an empty one', async () => {
    directory.setContent({ 'slo.yaml': '' });
    expect(
      await reader.read({ target: `file:${directory.resolve('slo.yaml')}` }),
    ).toEqual({ files: [] });
    await expect(
      reader.read({ target: `file:${directory.resolve('none.yaml')}` }),
    ).rejects.toThrow('ENOENT');
  });
});

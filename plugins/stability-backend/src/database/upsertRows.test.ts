import { createTestDatabases } from './__testUtils__/testDatabases';
import { type BulkTable, upsertRows } from './upsertRows';

interface Row {
  id: string;
  entity_ref: string;
  at: number;
  content: string;
}

const TABLE: BulkTable<Row> = {
  name: 'stability_answer',
  columns: { id: 'text', entity_ref: 'text', at: 'bigint', content: 'text' },
  key: ['id'],
};

const rowOf = (id: string, at = 1, content = '{}'): Row => ({
  id,
  entity_ref: 'component:default/cart',
  at,
  content,
});

describe('upsertRows', () => {
  const databases = createTestDatabases();

  const open = async (id: (typeof databases.ids)[number]) => {
    const { client } = await databases.create(id);
    return {
      write: (
        options: Omit<Parameters<typeof upsertRows<Row>>[0], 'trx' | 'table'>,
      ) =>
        client.transaction(trx =>
          upsertRows({ ...options, trx, table: TABLE }),
        ),
      rows: async () => {
        const rows = await client('stability_answer').orderBy('id');
        return rows.map(row => [row.id, Number(row.at), row.content]);
      },
    };
  };

  it.each(databases.ids)('writes new rows and over old ones, %s', async id => {
    const { write, rows } = await open(id);
    await write({ rows: [rowOf('a'), rowOf('b')] });
    await write({ rows: [rowOf('b', 2), rowOf('c', 3)] });
    expect(await rows()).toEqual([
      ['a', 1, '{}'],
      ['b', 2, '{}'],
      ['c', 3, '{}'],
    ]);
    await expect(write({ rows: [] })).resolves.toEqual([]);
  });

  it.each(databases.ids)(
    'says which rows it wrote, and leaves what the condition keeps, %s',
    async id => {
      const { write, rows } = await open(id);
      const where = 'excluded.at > stability_answer.at';
      await write({ rows: [rowOf('a', 5), rowOf('b', 5)] });
      await expect(
        write({
          rows: [rowOf('a', 4), rowOf('b', 6), rowOf('c', 1)],
          where,
          returning: 'id',
        }),
      ).resolves.toEqual([{ id: 'b' }, { id: 'c' }]);
      expect(await rows()).toEqual([
        ['a', 5, '{}'],
        ['b', 6, '{}'],
        ['c', 1, '{}'],
      ]);
    },
  );

  it.each(databases.ids)('keeps texts as they are, %s', async id => {
    const { write, rows } = await open(id);
    const texts = [
      JSON.stringify({ text: 'a\u0000b\ud83d"\\n' }),
      `'"\\\n\t \u2028 \u{1f680} $1 ? :x`,
      '',
    ];
    await write({
      rows: texts.map((text, index) => rowOf(`${index}`, 0, text)),
    });
    expect((await rows()).map(([, , text]) => text)).toEqual(texts);
  });

  it.each(databases.ids)(
    'writes more than one statement holds, %s',
    async id => {
      const { write, rows } = await open(id);
      const many = Array.from({ length: 1_234 }, (_, index) =>
        rowOf(`row-${index}`, index),
      );
      const written = await write({ rows: many, returning: 'id' });
      expect(written).toHaveLength(1_234);
      expect(await rows()).toHaveLength(1_234);
    },
  );
});

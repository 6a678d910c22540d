import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { createFleetWorld } from '../__testUtils__/fleetWorld';
import { csvLine } from './csvLine';

const databases = createTestDatabases();

describe('csvLine', () => {
  it.each([
    [['a', 1, undefined, -0.126], 'a,1,,-0.126'],
    [['a,b', 'say "x"', 'two\nlines'], '"a,b","say ""x""","two\nlines"'],
    [['=1+1', '+1', '-1', '@x', '\tx', '\rx'], `'=1+1,'+1,'-1,'@x,'\tx,"'\rx"`],
    [['=cmd|"/c calc"!A1'], `"'=cmd|""/c calc""!A1"`],
  ])('writes %j', (cells, line) => {
    expect(csvLine(cells)).toBe(`${line}\r\n`);
  });
});

describe('exportFleet', () => {
  it.each(databases.ids)('writes all services of a list, %p', async id => {
    const { health, caller, createEvent, event } = await createFleetWorld({
      databases,
      id,
    });
    let text = '';
    for await (const part of await health.exportServices(
      { sort: 'budget' },
      caller,
    )) {
      text += part;
    }
    const [head, ...rows] = text.trimEnd().split('\r\n');
    expect(head.split(',').slice(0, 3)).toEqual([
      'entity ref',
      'title',
      'owners',
    ]);
    expect(rows).toHaveLength(6);
    const columns = (
      text.split('\r\n').find(row => row.includes('payment')) ?? ''
    ).split(',');
    const of = (name: string) => columns[head.split(',').indexOf(name)];
    expect(of('owners')).toBe('group:default/money group:default/shop');
    expect(of('last deployment')).toBe("'=1+1");
    expect(of('cost of the month to date')).toBe('538.72');
    expect(of('forecast of the month')).toBe('');
    expect(rows[0]).toContain(',-0.126,');
    expect(createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'services-export' }),
    );
    expect(event.success).toHaveBeenCalled();
  });
});

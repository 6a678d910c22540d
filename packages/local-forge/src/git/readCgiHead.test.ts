import { readCgiHead } from './readCgiHead';

describe('readCgiHead', () => {
  it('reads status and headers, and where the content begins', () => {
    const head = 'Status: 403 Forbidden\r\nContent-Type: text/plain\r\n\r\n';
    expect(readCgiHead(Buffer.from(`${head}\r\n\r\nbody`))).toEqual({
      head: { status: 403, headers: [['Content-Type', 'text/plain']] },
      bytes: head.length,
    });
  });

  it('is fine without a status, and with line feeds alone', () => {
    expect(readCgiHead(Buffer.from('A: b: c\n\n'))).toEqual({
      head: { status: 200, headers: [['A', 'b: c']] },
      bytes: 9,
    });
  });

  it('waits for the end', () => {
    expect(
      readCgiHead(Buffer.from('Status: 200 OK\r\nA: b\r\n')),
    ).toBeUndefined();
  });
});

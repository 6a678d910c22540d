import { IntakeGate, LEAST_BYTES } from './IntakeGate';

describe('IntakeGate', () => {
  it('bounds requests, and has room again when one leaves', () => {
    const gate = IntakeGate.create({ requests: 2, bytes: 1e9, share: 1 });
    const first = gate.enter('a');
    const second = gate.enter('b');
    expect(gate.enter('c')).toBeUndefined();
    first?.leave();
    first?.leave();
    expect(gate.enter('c')).toBeDefined();
    expect(gate.enter('c')).toBeUndefined();
    second?.leave();
    expect(gate.enter('c')).toBeDefined();
  });

  it('counts what each request costs at least, then what has arrived', () => {
    const gate = IntakeGate.create({
      requests: 100,
      bytes: 4 * LEAST_BYTES,
      share: 1,
    });
    const one = gate.enter('a');
    const two = gate.enter('a');
    expect(one?.hold(10)).toBe(true);
    expect(one?.hold(3 * LEAST_BYTES)).toBe(true);
    // the same bytes are not counted again
    expect(one?.hold(3 * LEAST_BYTES)).toBe(true);
    expect(two?.hold(LEAST_BYTES)).toBe(true);
    expect(two?.hold(LEAST_BYTES + 1)).toBe(false);
    expect(gate.enter('a')).toBeUndefined();
    one?.leave();
    expect(two?.hold(4 * LEAST_BYTES)).toBe(true);
    two?.leave();
    expect(gate.enter('a')?.hold(4 * LEAST_BYTES)).toBe(true);
  });

  it('keeps half of the room for the other doors', () => {
    const gate = IntakeGate.create({ requests: 4, bytes: 8 * LEAST_BYTES });
    const crowd = [gate.enter('a'), gate.enter('a')];
    expect(gate.enter('a')).toBeUndefined();
    const other = gate.enter('b');
    expect(other).toBeDefined();
    expect(crowd[0]?.hold(3 * LEAST_BYTES)).toBe(true);
    expect(crowd[1]?.hold(2 * LEAST_BYTES)).toBe(false);
    expect(other?.hold(4 * LEAST_BYTES)).toBe(true);
  });

  it('counts nothing for a request that has left', () => {
    const gate = IntakeGate.create({ requests: 1, bytes: 1e9, share: 1 });
    const gone = gate.enter('a');
    gone?.leave();
    gone?.hold(1e8);
    expect(gate.enter('a')?.hold(1e9)).toBe(true);
  });
});

import { IntakeGate } from './IntakeGate';

describe('IntakeGate', () => {
  it('bounds requests and bytes, and has room again when one leaves', () => {
    const gate = IntakeGate.create({ requests: 2, bytes: 100 });
    const leaveFirst = gate.enter(60);

    expect(gate.enter(41)).toBeUndefined();
    const leaveSecond = gate.enter(40);
    expect(gate.enter(0)).toBeUndefined();

    leaveFirst?.();
    leaveFirst?.();
    expect(gate.enter(61)).toBeUndefined();
    expect(gate.enter(60)).toBeDefined();
    expect(gate.enter(0)).toBeUndefined();
    leaveSecond?.();
    expect(gate.enter(0)).toBeDefined();
  });
});

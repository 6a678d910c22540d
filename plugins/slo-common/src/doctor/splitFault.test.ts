import { splitFault } from './splitFault';

describe('splitFault', () => {
  it('tells what is wrong from how to mend it', () => {
    expect(
      splitFault({ path: 'spec', message: 'is odd; write it even; or leave' }),
    ).toEqual({ message: 'is odd', fix: 'Write it even; or leave' });
  });

  it('names the place where a fault says no mend', () => {
    expect(splitFault({ path: 'spec.service', message: 'is odd' })).toEqual({
      message: 'is odd',
      fix: 'Change what stands at spec.service',
    });
  });
});

import { finishSteps } from './finishSteps';

describe('finishSteps', () => {
  it('goes through all steps to the result', () => {
    let done = 0;
    function* steps() {
      for (; done < 3; done++) {
        yield done;
      }
      return 'result';
    }
    expect(finishSteps(steps())).toBe('result');
    expect(done).toBe(3);
  });
});

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { objectiveStatus } from '../__fixtures__/objectiveStatus';
import { FaultLines } from './FaultLines';
import { ReasonText } from './ReasonText';

const path = 'spec.objectives[0].compositeWeight';
const message = 'is 2, and Plimsoll does not add objectives up';

describe('faults as sentences', () => {
  it('begin with their place, set as code', () => {
    renderInTestApp(
      <FaultLines
        className="lines"
        faults={[
          { path, message },
          { path, message: 'has no effect', severity: 'warning' },
        ]}
      />,
    );
    const [fault, warning] = screen.getAllByRole('listitem');
    expect(fault).toHaveTextContent(`${path} ${message}`);
    expect(fault.textContent).toBe(`${path} ${message}`);
    expect(fault.querySelector('code')).toHaveTextContent(path);
    expect(warning.textContent).toBe(`Warning: ${path} has no effect`);
    expect(warning.querySelector('code')).toHaveTextContent(path);
  });

  it('say why an objective is in its state', () => {
    const reason = { code: 'faulty', params: { path, message } } as const;
    renderInTestApp(
      <p data-testid="reason">
        <ReasonText objective={objectiveStatus({ reason })} />
      </p>,
    );
    const sentence = screen.getByTestId('reason');
    expect(sentence.textContent).toBe(`${path} ${message}`);
    expect(sentence.querySelector('code')?.textContent).toBe(path);
  });

  it('leave other reasons in plain words', () => {
    renderInTestApp(
      <p data-testid="reason">
        <ReasonText objective={objectiveStatus()} />
      </p>,
    );
    const sentence = screen.getByTestId('reason');
    expect(sentence).toHaveTextContent(/^Budget is left/);
    expect(sentence.querySelector('code')).toBeNull();
  });
});

import { Component, type ReactNode } from 'react';
import { render, screen } from '@testing-library/react';
import { useLoaded } from './useLoaded';

function Loading(props: { load: () => Promise<{ word: string }> }) {
  return <p>{useLoaded(props.load)?.word ?? 'on its way'}</p>;
}

class Boundary extends Component<{ children: ReactNode }> {
  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  state: { error?: Error } = {};

  render() {
    return this.state.error?.message ?? this.props.children;
  }
}

describe('useLoaded', () => {
  it('gives what was loaded, and loads it once', async () => {
    const load = jest.fn(async () => ({ word: 'there' }));
    const { unmount } = render(<Loading load={load} />);
    expect(await screen.findByText('there')).toBeInTheDocument();
    unmount();

    render(<Loading load={load} />);
    expect(screen.getByText('there')).toBeInTheDocument();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('hands a failure to the boundary around it, and tries again', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => {});
    const load = jest
      .fn<Promise<{ word: string }>, []>()
      .mockRejectedValueOnce(new Error('chunk is gone'))
      .mockResolvedValue({ word: 'there' });
    const { unmount } = render(
      <Boundary>
        <Loading load={load} />
      </Boundary>,
    );
    expect(await screen.findByText('chunk is gone')).toBeInTheDocument();
    unmount();

    render(<Loading load={load} />);
    expect(await screen.findByText('there')).toBeInTheDocument();
  });
});

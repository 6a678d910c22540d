import { splitBatch } from './splitBatch';

const BATCH = {
  'content-type': 'Application/CloudEvents-Batch+JSON; charset=UTF-8',
};

describe('splitBatch', () => {
  it('makes a structured event of each part, whatever it is', () => {
    const body = Buffer.from('[{"id":"1"},null,7]');

    expect(
      splitBatch({ body, headers: BATCH }).map(event => [
        event.body.toString(),
        event.headers['content-type'],
      ]),
    ).toEqual([
      ['{"id":"1"}', 'application/cloudevents+json'],
      ['null', 'application/cloudevents+json'],
      ['7', 'application/cloudevents+json'],
    ]);
  });

  it.each(['[', '{}', JSON.stringify(Array.from({ length: 1_001 }))])(
    'leaves together what it cannot take apart',
    text => {
      const request = { body: Buffer.from(text), headers: BATCH };

      expect(splitBatch(request)).toEqual([request]);
    },
  );

  it('leaves single events alone', () => {
    const request = { body: Buffer.from('[]'), headers: {} };

    expect(splitBatch(request)).toEqual([request]);
  });
});

import { describe, expect, it } from '@jest/globals';

import { httpProtocol, webSocketMessage, webSocketProtocol } from './protocol.js';

describe('httpProtocol', () => {
  const { isComplete } = httpProtocol(200, '"ok"');
  const response = (head: string, body: string) => Buffer.from(`HTTP/1.1 ${head}\r\n\r\n${body}`);

  it('waits for the whole head and the whole body', () => {
    const whole = response('200 OK\r\nContent-Length: 4', '"ok"');
    for (let length = 0; length < whole.length; length++) {
      expect(isComplete(whole.subarray(0, length))).toBe(false);
    }
    expect(isComplete(whole)).toBe(true);
  });

  it.each([
    ['another status', response('401 Unauthorized\r\nContent-Length: 4', '"ok"')],
    ['another body', response('200 OK\r\ncontent-length: 4', '"no"')],
  ])('rejects %s', (_, received) => {
    expect(() => isComplete(received)).toThrow('Expected 200 and "ok"');
  });
});

describe('webSocketProtocol', () => {
  const { isComplete } = webSocketProtocol(Buffer.alloc(0), 'user_');
  const frame = (text: string) => Buffer.concat([Buffer.from([0x81, text.length]), Buffer.from(text)]);

  it('waits for the whole frame', () => {
    expect(isComplete(frame('user_1').subarray(0, 4))).toBe(false);
    expect(isComplete(frame('user_1'))).toBe(true);
  });

  it('rejects another message', () => {
    expect(() => isComplete(frame('exception'))).toThrow('Expected a message with user_');
  });

  it('masks the messages of the client', () => {
    expect(webSocketMessage('hi')).toEqual(Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0x68, 0x69]));
  });
});

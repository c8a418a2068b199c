import { describe, expect, it } from '@jest/globals';

import { withoutStackTrace } from '../../lib/helpers/without-stack-trace.js';

describe('withoutStackTrace', () => {
  it('creates an error whose stack has no line of code', () => {
    expect(withoutStackTrace(() => new Error('rejected')).stack).toBe('Error: rejected');
  });

  it('leaves the stack traces of later errors as they were', () => {
    const { stackTraceLimit } = Error;
    withoutStackTrace(() => new Error('rejected'));
    expect(Error.stackTraceLimit).toBe(stackTraceLimit);
    expect(new Error('later').stack).toContain('without-stack-trace.test');
  });

  it('restores the limit if the creation fails', () => {
    const { stackTraceLimit } = Error;
    const fail = () =>
      withoutStackTrace(() => {
        throw new TypeError('failed');
      });
    expect(fail).toThrow('failed');
    expect(Error.stackTraceLimit).toBe(stackTraceLimit);
  });

  it('creates the error with its trace where the limit cannot be set', () => {
    const { stackTraceLimit } = Error;
    Object.defineProperty(Error, 'stackTraceLimit', { value: stackTraceLimit, writable: false });
    try {
      expect(withoutStackTrace(() => new Error('rejected')).message).toBe('rejected');
    } finally {
      Object.defineProperty(Error, 'stackTraceLimit', { value: stackTraceLimit, writable: true });
    }
  });
});

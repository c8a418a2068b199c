import { expect, test } from '@jest/globals';
import { eventVersion, isNewerEvent } from 'nest-clerk';

const updated = (updated_at: number) => ({
  timestamp: 1_700_000_009_000,
  data: { id: 'user_1', updated_at },
});
const deleted = (timestamp: number) => ({ timestamp, data: { id: 'user_1', deleted: true } });

test('events are ordered by updated_at, deletions by their timestamp', () => {
  expect(eventVersion(updated(1_700_000_000_000))).toBe(1_700_000_000_000);
  expect(eventVersion(deleted(1_700_000_005_000))).toBe(1_700_000_005_000);
});

test('timestamps in seconds, as in the examples of the document, are converted', () => {
  expect(eventVersion(deleted(1_700_000_005))).toBe(1_700_000_005_000);
});

test.each([
  ['the first event is accepted', undefined, true],
  ['a newer event is accepted', 1_699_999_999_999, true],
  ['the same event is accepted again', 1_700_000_000_000, true],
  ['an older event is rejected', 1_700_000_000_001, false],
])('%s', (_title, stored, expected) => {
  expect(isNewerEvent(updated(1_700_000_000_000), stored)).toBe(expected);
});

import { expect, test } from 'vitest'
import { indexAfterKey } from '../../../../src/renderer/components/grid-keys'

test.each([
  ['ArrowDown', 3, 4],
  ['ArrowDown', 9, 9],
  ['ArrowUp', 0, 0],
  ['PageDown', 3, 7],
  ['PageDown', 8, 9],
  ['PageUp', 3, 0],
  ['Home', 5, 0],
  ['End', 5, 9],
  ['a', 5, null],
])('%s at row %d of ten goes to %s', (key, index, next) => {
  expect(indexAfterKey(key, index, 10, 4)).toBe(next)
})

test('no key moves in an empty table', () => {
  expect(indexAfterKey('End', 0, 0, 4)).toBeNull()
})

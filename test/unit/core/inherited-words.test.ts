import { expect, test } from 'vitest'
import { headingOf } from '../../../src/core/decode/pasted/field-record'
import { systemIn } from '../../../src/core/decode/pasted/guest-words'
import { decodeVmState } from '../../../src/core/decode/vm-state'

// Names of what every object inherits: a table that is a plain object would answer them with a function.
test.each(['constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty'])(
  'the word “%s” means nothing, wherever a text or a host has it',
  (word) => {
    expect(decodeVmState({ EnabledState: 1, OtherEnabledState: word }).state).toBe('unknown')
    expect(systemIn(`linux ${word}`)).toEqual({ family: 'linux' })
    expect(headingOf(word)).toBeNull()
  },
)

import { describe, expect, test } from 'vitest'
import { decodePasted } from '../../../../src/core/decode/pasted/decode-pasted'

describe('a text of a million characters', () => {
  test.each([
    'VMName,Name\n',
    'VMName Name Enabled\n------ ---- -------\n',
    'VMName Name Enabled\nweb Heartbeat True\n',
    'Name : x\n',
    '[\n',
    '{"a":\n',
    '<INSTANCE>\n',
    "Event 4010 (3.0) (3.0) 'x'\n",
    '> ',
    '&nbsp;<td>',
  ])('made of %j over and over ends soon', { timeout: 20_000 }, (unit) => {
    // Reading the same rows again from every line would take minutes here.
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
    expect(decodePasted(text, null, {}, '2026-11-23T08:46:37Z').snapshot.vms.length).toBeLessThan(10)
  })
})

/** What became of a VM between two checks. `changed`: otherwise than before, but neither for the better nor for the worse. */
export const VM_CHANGES = ['worse', 'new', 'changed', 'better', 'gone', 'unchanged'] as const
export type VmChange = (typeof VM_CHANGES)[number]

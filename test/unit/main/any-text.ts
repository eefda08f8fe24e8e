import fc from 'fast-check'

/** Texts of any UTF-16 units, halves of surrogate pairs and control characters among them. */
export const anyText = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 40 })

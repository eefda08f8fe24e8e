/** @import { Allowed } from './regex-verdicts.mjs' */

/** @type {Allowed} */
export const allowed = {
  expressions: [],
  builders: [],
}

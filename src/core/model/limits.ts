/** Longest text that the window takes, in UTF-16 code units: far more than a ticket holds. */
export const PASTE_LIMIT = 2_000_000

/** Longest note about a VM, in UTF-16 code units. */
export const NOTE_LIMIT = 4000

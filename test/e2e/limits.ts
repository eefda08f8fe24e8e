/** How long things may take, in milliseconds; each inner limit is below its outer one, so that the innermost fails first. */
export const LIMITS = {
  action: 5_000,
  expect: 10_000,
  /** From the start of the process to a usable window. */
  start: 20_000,
  /** From asking the app to close to the end of its processes. */
  close: 10_000,
  test: 60_000,
  /** The time limit of a whole check is two minutes, and one test waits for it. */
  checkLimit: 120_000,
} as const

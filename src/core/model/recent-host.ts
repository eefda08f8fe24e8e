import { z } from 'zod'
import { TRANSPORTS } from './computer-name'
import { ComputerName, UserName } from './target'

/** A host or a cluster that was checked from the window, for the next time. It holds no secret. */
export const RecentHost = z.strictObject({
  kind: z.enum(['host', 'cluster']),
  name: ComputerName,
  transport: z.enum(TRANSPORTS),
  /** The other account it was read with; null: the person's own. */
  userName: UserName.nullable(),
  isPinned: z.boolean(),
  /** ISO 8601. */
  checkedAt: z.string(),
  /** What it came to: a VM needs action, none does, or it could not be read. */
  result: z.enum(['action-needed', 'fine', 'failed']),
})
export type RecentHost = z.infer<typeof RecentHost>

export const RecentHosts = z.array(RecentHost).max(1000)
